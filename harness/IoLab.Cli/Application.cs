using IoLab.Cli.Commands;
using IoLab.Cli.Configuration;
using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Text;
using IoLab.Contract;
using IoLab.Differential.Campaigns;
using IoLab.Harness;
using IoLab.History;
using IoLab.History.Formats;

namespace IoLab.Cli;

/// <summary>From a command line to an exit code. Every failure is turned into one here and nowhere else.</summary>
internal sealed class Application(CliContext context)
{
    private CliHost Host => context.Host;

    /// <summary>Runs a command line.</summary>
    public async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        try
        {
            return words switch
            {
                [] or ["help"] or ["--help" or "-h" or "-?"] => Overview(),
                ["--version"] => Version(),
                ["help", var topic, ..] => Help(topic),
                ["run", .. var rest] => await RunGuestAsync(RunArguments.Parse(rest), cancellationToken).ConfigureAwait(false),
                [WorkerPart.Word] => WorkerPart.Run(context),
                [var command, .. var rest] when rest.Any(word => word is "--help" or "-h" or "-?") => Help(command),
                _ => await new CommandTree(context).InvokeAsync(words, cancellationToken).ConfigureAwait(false),
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Failed("interrupted", ExitCode.Interrupted);
        }
        catch (Exception e) when (e is UsageException or BackendException or HarnessException or StoreException or HistoryFormatException or CampaignException)
        {
            return Failed(e.Message, ExitCode.Usage);
        }
        catch (Exception e)
        {
            return Failed($"internal error, please report it: {e}", ExitCode.Internal);
        }
    }

    private async Task<int> RunGuestAsync(RunRequest request, CancellationToken cancellationToken) => request.WantsHelp
        ? Help("run")
        : await RunCommand.RunAsync(request, context.Registry(request.Registry), context.DefaultBackend, Host, cancellationToken).ConfigureAwait(false);

    private int Failed(string message, int code)
    {
        Host.Error.WriteLine($"iolab: {message}");
        return code;
    }

    private int Overview()
    {
        HelpPage.WriteOverview(Host.Out, new CommandTree(context).Texts);
        return ExitCode.Fine;
    }

    private int Version()
    {
        Host.Out.WriteLine($"iolab {typeof(Application).Assembly.GetName().Version?.ToString(3)}");
        return ExitCode.Fine;
    }

    private int Help(string topic)
    {
        if (HelpTopics.Find(topic) is { } write) write(Host.Out);
        else
        {
            LabCommand command = new CommandTree(context).Find(topic);
            HelpPage.WriteCommand(Host.Out, command.Text, command.OptionTexts);
        }

        return ExitCode.Fine;
    }
}
