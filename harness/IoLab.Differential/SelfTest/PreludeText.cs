using System.Text.RegularExpressions;
using IoLab.Contract;
using IoLab.Harness.Execution;

namespace IoLab.Differential.SelfTest;

/// <summary>The methods of the library that are written in Io, with their text, as a sound machine tells of them.</summary>
/// <param name="methods">Proto, slot and text of each.</param>
public sealed partial class PreludeText(IReadOnlyList<(string Proto, string Slot, string Code)> methods)
{
    private const string Question = """
        Protos Core slotNames foreach(n,
            p := Protos Core getLocalSlot(n)
            getSlot("p") slotNames foreach(s,
                v := getSlot("p") getLocalSlot(s)
                if(getSlot("v") type == "Block", writeln(n, "\t", s, "\t", getSlot("v") code asMutable replaceSeq("\n", " ")))
            )
        )
        """;

    /// <summary>Asks a machine.</summary>
    public static async Task<PreludeText> ReadAsync(IBackend machine, CancellationToken cancellationToken = default)
    {
        await using var host = new SessionHost(machine, OptionsFor.Comparing(machine));
        RunResult answer = await host.RunAsync(new IoProgram { Source = Question }, new RunLimits(), cancellationToken).ConfigureAwait(false);
        return new PreludeText([.. answer.StandardOutput.Split('\n').Select(line => line.Split('\t')).Where(fields => fields.Length == 3)
            .Select(fields => (fields[0], fields[1], fields[2].Replace("`", "", StringComparison.Ordinal)))]);
    }

    /// <summary>How many methods there are.</summary>
    public int Count => methods.Count;

    /// <summary>Statements, each of which defines again a method that a program may use, or that those use. What has no name for programs is written with its plain name, where there may be none.</summary>
    public IReadOnlyList<string> Redefinitions(string source)
    {
        var pending = new Queue<string>([source]);
        var chosen = new List<(string Proto, string Slot, string Code)>();
        while (pending.TryDequeue(out string? text))
        {
            HashSet<string> words = [.. Word().Matches(text).Select(match => match.Value)];
            foreach ((string Proto, string Slot, string Code) method in methods)
            {
                if (!words.Contains(method.Slot) || chosen.Contains(method)) continue;
                chosen.Add(method);
                pending.Enqueue(method.Code);
            }
        }

        return [.. chosen.Select(method => $"{method.Proto} setSlot(\"{method.Slot}\", {method.Code})\n")];
    }

    [GeneratedRegex(@"[\p{L}_][\w]*|[-+*/%<>=!&|^~?@.:]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
