using System.CommandLine;
using System.CommandLine.Parsing;
using IoLab.Cli.Text;

namespace IoLab.Cli.Options;

/// <summary>A command of the command tree, with the text of its help page.</summary>
internal sealed class LabCommand : Command
{
    private readonly List<OptionText> optionTexts = [];
    private Func<ParseResult, CancellationToken, Task<int>>? action;

    /// <summary>Makes a command; a new one has no options.</summary>
    public LabCommand(CommandText text) : base(text.Name, text.Summary) => Text = text;

    /// <summary>What help says of it.</summary>
    public CommandText Text { get; }

    /// <summary>Its options as help shows them.</summary>
    public IReadOnlyList<OptionText> OptionTexts => optionTexts;

    /// <summary>Adds an option with a value.</summary>
    public Option<string?> Value(string group, string name, string value, string meaning) => Added(new Option<string?>(name), new OptionText(group, name, value, meaning));

    /// <summary>Adds an option that may be repeated.</summary>
    public Option<string[]> Values(string group, string name, string value, string meaning)
    {
        var option = new Option<string[]>(name) { Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
        return Added(option, new OptionText(group, name, value, meaning));
    }

    /// <summary>Adds a switch.</summary>
    public Option<bool> Switch(string group, string name, string meaning) => Added(new Option<bool>(name) { Arity = ArgumentArity.Zero }, new OptionText(group, name, null, meaning));

    /// <summary>Adds the words that are not options.</summary>
    public Argument<string[]> Words(int least = 0, int most = int.MaxValue)
    {
        var words = new Argument<string[]>("words") { Arity = new ArgumentArity(least, Math.Min(most, 100_000)) };
        AddArgument(words);
        return words;
    }

    /// <summary>Shows an option on the help page that is read elsewhere.</summary>
    public void Show(OptionText text) => optionTexts.Add(text);

    /// <summary>Adds <c>--json</c>.</summary>
    public Option<bool> JsonSwitch() => Switch("Output", "--json", "one JSON object with a schema, for programs");

    /// <summary>Says what the command does; it answers the exit code.</summary>
    public LabCommand Does(Func<ParseResult, CancellationToken, Task<int>> work)
    {
        action = work;
        return this;
    }

    /// <summary>Does it.</summary>
    public Task<int> InvokeAsync(ParseResult line, CancellationToken cancellationToken) => action!(line, cancellationToken);

    private TOption Added<TOption>(TOption option, OptionText text)
        where TOption : Option
    {
        AddOption(option);
        optionTexts.Add(text);
        return option;
    }
}
