using System.Net;

namespace KnowledgeCommons.BrowserTests;

/// <summary>Somebody who sends forms without a browser, to have a site furnished quickly. Keeps cookies, follows no redirect.</summary>
internal sealed class FormSender(string site) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site) };

    public async Task OpenAsync(string address)
    {
        using var answer = await _client.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"GET {address} was answered with {(int)answer.StatusCode}.");
    }

    /// <summary>Sends a form that must be taken, and gives the address that it leads to.</summary>
    public async Task<string> SendAsync(string address, params (string Field, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Field, field.Value)));
        using var answer = await _client.PostAsync(address, form);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"POST {address} was answered with {(int)answer.StatusCode}.");
        return answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"POST {address} leads nowhere.");
    }

    public void Dispose() => _client.Dispose();
}
