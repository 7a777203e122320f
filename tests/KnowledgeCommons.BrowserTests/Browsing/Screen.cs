namespace KnowledgeCommons.BrowserTests;

/// <summary>What a visitor looks at, in CSS pixels; <paramref name="Zoom"/> is the browser's own, which leaves that many fewer of them.</summary>
public sealed record Screen(string Name, int Width, int Height, float Zoom = 1)
{
    public static readonly Screen Phone = new("phone", 360, 740);
    public static readonly Screen Desktop = new("desktop", 1280, 800);

    /// <summary>The narrowest phone, and any wider screen zoomed in until as little is left.</summary>
    public static readonly Screen Narrowest = new("320 px", 320, 640);

    public static readonly Screen PhoneZoomed = new("640 px at 200 %", 320, 370, Zoom: 2);
    public static readonly Screen DesktopZoomed = new("desktop at 200 %", 640, 400, Zoom: 2);

    public static Screen Named(string name) => name == Phone.Name ? Phone : Desktop;

    public ViewportSize Viewport => new() { Width = Width, Height = Height };
}
