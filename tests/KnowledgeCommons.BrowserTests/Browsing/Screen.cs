namespace KnowledgeCommons.BrowserTests;

/// <summary>What a visitor looks at, in CSS pixels.</summary>
public sealed record Screen(string Name, int Width, int Height)
{
    public static readonly Screen Phone = new("phone", 360, 740);
    public static readonly Screen Desktop = new("desktop", 1280, 800);

    /// <summary>The narrowest phone; also what is left of a window of 640 pixels at 200 % zoom.</summary>
    public static readonly Screen Narrowest = new("320 px", 320, 640);

    /// <summary>What is left of the desktop at 200 % zoom.</summary>
    public static readonly Screen DesktopZoomed = new("desktop at 200 %", 640, 400);

    public static Screen Named(string name) => name == Phone.Name ? Phone : Desktop;

    public ViewportSize Viewport => new() { Width = Width, Height = Height };
}
