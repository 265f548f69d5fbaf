using Microsoft.Playwright;

namespace IoLab.Reports.Tests;

/// <summary>The report in a real browser. With IOLAB_SCREENSHOTS=FOLDER every page is also saved as a picture.</summary>
[CancelAfter(120_000)]
public sealed class BrowserTests
{
    private Browser _browser = null!;
    private string _folderPath = null!;

    [OneTimeSetUp]
    public async Task OneTimeSetUp()
    {
        _browser = await Browser.StartAsync();
        _folderPath = Directory.CreateTempSubdirectory("iolab-report-").FullName;
    }

    [OneTimeTearDown]
    public async Task OneTimeTearDown()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
            Directory.Delete(_folderPath, recursive: true);
        }
    }

    [TestCase(1280, ColorScheme.Light)]
    [TestCase(1280, ColorScheme.Dark)]
    [TestCase(820, ColorScheme.Light)]
    [TestCase(360, ColorScheme.Light)]
    [TestCase(360, ColorScheme.Dark)]
    public async Task Every_chart_is_drawn_nothing_overflows_and_the_console_is_silent(int width, ColorScheme scheme)
    {
        var (page, complaints) = await OpenAsync("full", SampleReport.Full(), width, scheme);
        await ShotAsync(page, $"{width}-{scheme}".ToLowerInvariant());
        Assert.That(complaints, Is.Empty);
        Assert.That(await OverflowAsync(page), Is.Empty, "elements wider than the window");
        int charts = SampleReport.Micro.Length;
        Assert.That(await page.Locator(".chart svg").CountAsync(), Is.EqualTo(charts));
        for (int i = 0; i < charts; i++)
        {
            var drawing = await DrawingAsync(page, i);
            Assert.That((drawing.Strokes, drawing.Width > 200, drawing.Height > 150), Is.EqualTo((3, true, true)), $"chart {i}: three lines, drawn at full size");
            Assert.That(drawing.LineWidth, Is.GreaterThan(0.7 * drawing.Width), $"chart {i}: a line spans the chart");
        }
    }

    [Test]
    public async Task The_theme_button_turns_page_and_charts_and_back()
    {
        var (page, complaints) = await OpenAsync("theme", SampleReport.Full(), 1280, ColorScheme.Light);
        string light = await BackgroundAsync(page);
        string lightLine = await LineColourAsync(page);
        await page.ClickAsync("#theme");
        Assert.That(await BackgroundAsync(page), Is.Not.EqualTo(light));
        Assert.That(await LineColourAsync(page), Is.Not.EqualTo(lightLine));
        await page.ClickAsync("#theme");
        Assert.That((await BackgroundAsync(page), await LineColourAsync(page)), Is.EqualTo((light, lightLine)));
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task The_scale_switch_shows_changes_in_percent()
    {
        var (page, complaints) = await OpenAsync("scale", SampleReport.Full(), 1280, ColorScheme.Light);
        Assert.That(await page.Locator(".chart svg text", new() { HasText = "%" }).CountAsync(), Is.Zero);
        await page.ClickAsync("[data-scale=relative]");
        Assert.That(await page.Locator(".chart svg text", new() { HasText = "%" }).CountAsync(), Is.GreaterThan(SampleReport.Micro.Length));
        await ShotAsync(page, "relative");
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task A_chart_explains_the_run_under_the_pointer()
    {
        var (page, complaints) = await OpenAsync("tooltip", SampleReport.Full(), 1280, ColorScheme.Light);
        await page.Locator(".chart").First.ScrollIntoViewIfNeededAsync();
        await page.Locator(".chart").First.HoverAsync(new() { Position = new Position { X = 300, Y = 100 } });
        await page.GetByText("30 samples").First.WaitForAsync();
        await ShotAsync(page, "tooltip", fullPage: false);
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task Without_scripts_every_table_is_there()
    {
        var (page, _) = await OpenAsync("plain", SampleReport.Full(), 360, ColorScheme.Light, scripts: false);
        await ShotAsync(page, "no-scripts");
        Assert.That(await page.Locator("#theme").IsVisibleAsync(), Is.False);
        Assert.That(await page.Locator("figure table tbody tr").CountAsync(), Is.EqualTo(9 * 30));
        await page.Locator("figure summary").First.ClickAsync();
        Assert.That(await page.Locator("figure table").First.IsVisibleAsync(), Is.True);
        Assert.That(await page.Locator("noscript .note").IsVisibleAsync(), Is.True);
        Assert.That(await page.Locator(".chart").First.IsVisibleAsync(), Is.False, "no empty frames");
    }

    [Test]
    public async Task On_paper_it_is_light_and_complete()
    {
        var (page, complaints) = await OpenAsync("print", SampleReport.Full(), 1280, ColorScheme.Dark);
        byte[] pdf = await page.PdfAsync(new PagePdfOptions { Format = "A4", Margin = new() { Top = "15mm", Bottom = "15mm", Left = "15mm", Right = "15mm" } });
        if (Environment.GetEnvironmentVariable("IOLAB_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "print.pdf"), pdf);
        }
        Assert.That(pdf, Has.Length.GreaterThan(20_000));
        Assert.That(await page.EvaluateAsync<string?>("document.documentElement.dataset.theme ?? ''"), Is.Empty, "the theme of before is back");
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task Hostile_names_stay_text([Values(360, 1280)] int width)
    {
        var (page, complaints) = await OpenAsync("hostile", HostileReport.Make(), width, ColorScheme.Light);
        await page.Locator(".chart").First.ScrollIntoViewIfNeededAsync();
        await page.Locator(".chart").First.HoverAsync();
        await page.GetByText("1 sample").First.WaitForAsync();
        await ShotAsync(page, "hostile-" + width);
        Assert.That(complaints, Is.Empty);
        Assert.That(await page.EvaluateAsync<bool>("'hacked' in window"), Is.False);
        Assert.That(await page.Locator("img, iframe, b[onclick], marquee").CountAsync(), Is.Zero);
        Assert.That(await OverflowAsync(page), Is.Empty);
    }

    [Test]
    public async Task Six_backends_fit([Values(360, 760, 1000, 1280)] int width)
    {
        var full = SampleReport.Full();
        var model = full with
        {
            Backends = [], Benchmarks = [.. full.Benchmarks, .. full.Benchmarks.Select(row => row with { Backend = row.Backend + "-two" })],
            Cases = [.. full.Cases, .. full.Cases.Select(result => result with { Backend = result.Backend + "-two" })],
        };
        var (page, complaints) = await OpenAsync("six", model, width, ColorScheme.Light);
        await ShotAsync(page, "six-" + width);
        Assert.That(await OverflowAsync(page), Is.Empty);
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task Series_of_one_backend_on_two_machines_can_be_told_apart()
    {
        var one = SampleReport.History().Where(series => series.Key.Backend == "tree").Take(2).ToList();
        var other = one.Select(series => new HistorySeries(series.Key with { Machine = "github-ci" },
            [.. series.Points.Skip(10).Select(p => p with { Median = p.Median * 2, Low = p.Low * 2, High = p.High * 2 })]));
        var (page, complaints) = await OpenAsync("machines", SampleReport.Full() with { History = [.. one, .. other] }, 1280, ColorScheme.Light);
        await ShotAsync(page, "machines");
        Assert.That(await page.Locator("figure .legend .who").AllInnerTextsAsync(),
            Is.EqualTo(new[] { "tree, on 9f31c07a", "tree, on github-ci", "tree, on 9f31c07a", "tree, on github-ci" }));
        Assert.That(await page.Locator(".chart svg path[stroke-dasharray]").CountAsync(), Is.GreaterThanOrEqualTo(2));
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task A_report_of_nothing_says_so()
    {
        var model = new ReportModel { Title = "nothing", Time = DateTimeOffset.UnixEpoch };
        var (page, complaints) = await OpenAsync("empty", model, 360, ColorScheme.Light);
        Assert.That(await page.GetByText("There is nothing to judge.").IsVisibleAsync(), Is.True);
        Assert.That(complaints, Is.Empty);
    }

    private async Task<(IPage Page, List<string> Complaints)> OpenAsync(string name, ReportModel model, int width, ColorScheme scheme, bool scripts = true)
    {
        string filePath = Path.Combine(_folderPath, name + ".html");
        await File.WriteAllTextAsync(filePath, Render.Html(model));
        return await _browser.OpenAsync(filePath, width, scheme, scripts);
    }

    private static async Task ShotAsync(IPage page, string name, bool fullPage = true)
    {
        if (Environment.GetEnvironmentVariable("IOLAB_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = fullPage });
        }
    }

    /// <summary>Elements that reach beyond the window, unless something inside the window scrolls them.</summary>
    private static Task<string[]> OverflowAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => {
          const width = document.documentElement.clientWidth;
          const found = document.documentElement.scrollWidth > width ? ["the page scrolls sideways"] : [];
          for (const e of document.querySelectorAll("body *:not(svg *)")) {
            const box = e.getBoundingClientRect();
            if (box.width > 0 && box.right > width + 1 && !e.closest(".scroll, .chart")) found.push(e.tagName + "." + e.className + " " + e.textContent.slice(0, 40));
          }
          return found;
        }
        """);

    private static Task<Drawing> DrawingAsync(IPage page, int chart) => page.EvaluateAsync<Drawing>("""
        (index) => {
          const svg = document.querySelectorAll(".chart svg")[index];
          const box = svg.getBoundingClientRect();
          const lines = [...svg.querySelectorAll("path")].filter((p) => p.getAttribute("fill") === "none" && p.getAttribute("stroke-width") === "1.75");
          return { strokes: lines.length, width: box.width, height: box.height, lineWidth: Math.max(...lines.map((l) => l.getBoundingClientRect().width)) };
        }
        """, chart);

    private static Task<string> BackgroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    private static Task<string> LineColourAsync(IPage page) =>
        page.EvaluateAsync<string>("document.querySelector('.chart svg path[stroke-width=\"1.75\"]').getAttribute('stroke')");

    private sealed class Drawing
    {
        public int Strokes { get; init; }
        public double Width { get; init; }
        public double Height { get; init; }
        public double LineWidth { get; init; }
    }
}
