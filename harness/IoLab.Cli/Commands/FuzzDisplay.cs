using System.Globalization;
using IoLab.Cli.Host;
using IoLab.Cli.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace IoLab.Cli.Commands;

/// <summary>Shows on a terminal how a campaign goes; anywhere else nothing.</summary>
internal static class FuzzDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Draws until a campaign has ended, in whatever way, and takes the drawing away.</summary>
    public static async Task FollowAsync(Task campaign, FuzzProgress progress, CliHost host)
    {
        if (!host.IsErrorTerminal) return;
        await Consoles.ForError(host).Live(Drawn(progress.Now)).AutoClear(true).StartAsync(async live =>
        {
            while (!campaign.IsCompleted)
            {
                await Task.WhenAny(campaign, Task.Delay(Interval)).ConfigureAwait(false);
                live.UpdateTarget(Drawn(progress.Now));
            }
        }).ConfigureAwait(false);
    }

    /// <summary>The numbers as a block of a few lines.</summary>
    public static IRenderable Drawn(FuzzSnapshot now)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0)).AddColumn();
        Row("time", Time(now.Elapsed));
        Row("programs", $"{Number(now.Earlier + now.Programs)}, {Number((long)now.Rate)} a second");
        Row("per program", string.Join(", ", now.Times.Select(entry => $"{entry.Backend} {(entry.Mean.Value / 1e6).ToString("0.00", CultureInfo.InvariantCulture)} ms")));
        Row("new edges", Number(now.Edges));
        Row("findings", $"{now.NewFindings} new, {now.KnownFindings} again or known; {Number(now.Sightings)} programs with something wrong");
        if (now.Last is { } last) Row("last finding", last);
        return grid;

        void Row(string what, string value) => grid.AddRow(new Spectre.Console.Text(what, new Style(Color.Grey)), new Spectre.Console.Text(value));
    }

    private static string Time(TimeSpan time) => time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
