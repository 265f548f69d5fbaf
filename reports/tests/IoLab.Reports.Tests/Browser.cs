using Microsoft.Playwright;

namespace IoLab.Reports.Tests;

/// <summary>A headless Chromium: IOLAB_CHROMIUM, or Debian's. Absent: tests are ignored with the reason, and fail where CI=true.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        string path = Environment.GetEnvironmentVariable("IOLAB_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        if (!File.Exists(path))
        {
            string reason = $"there is no Chromium at {path}: install it (Debian: apt-get install chromium) or set IOLAB_CHROMIUM";
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(reason);
            }
            TestContext.Progress.WriteLine("REPORT NOT CHECKED IN A BROWSER: " + reason);
            Assert.Ignore(reason);
        }
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-sync", "--no-first-run", "--font-render-hinting=none"],
            Timeout = 60_000,
        });
        return new Browser(playwright, browser);
    }

    /// <summary>A page that shows a file, with what its console complained about and what it tried to fetch.</summary>
    public async Task<(IPage Page, List<string> Complaints)> OpenAsync(string filePath, int width, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = scripts,
        });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Add("exception: " + error);
        page.Dialog += (_, dialog) =>
        {
            complaints.Add("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal))
            {
                complaints.Add("request: " + request.Url);
            }
        };
        await page.GotoAsync(new Uri(filePath).AbsoluteUri);
        return (page, complaints);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
