using System.Text.RegularExpressions;

namespace IoLab.Dummy;

/// <summary>Plays an Io that runs the driver of batches: programs come as lines that hold a literal text each, and are verbs here as everywhere.</summary>
internal static partial class Batch
{
    /// <summary>Serves until the input ends or a program ends the process; null when the source is another driver.</summary>
    public static int? Run(Call call)
    {
        if (!call.Source.Contains("doString(line)")) return null;
        string token = Token().Match(call.Source).Groups[1].Value;
        Console.WriteLine($"\n{token} ready");
        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine($"{token} begin");
            string raised = "";
            foreach (string verbLine in Unescape(line[1..^1]).Split('\n'))
            {
                string[] words = verbLine.Split(' ', 2);
                string argument = words.ElementAtOrDefault(1) ?? "";
                if (words[0] == "raise")
                {
                    raised = string.Join('\n', argument.Split(": ", 2)).Replace('|', '\n') + "\n";
                    break;
                }

                if (Verbs.Find(words[0])?.Invoke(new Call(argument, call.Source, call.Arguments)) is { } exitCode) return exitCode;
            }

            Console.Write($"\n{token} end\n{raised}\n{token} done\n");
        }

        return 0;
    }

    private static string Unescape(string text) => Escape().Replace(text, match => match.Value[1] switch { 'n' => "\n", 'r' => "\r", 't' => "\t", var other => other.ToString() });

    [GeneratedRegex("call\\(\"(.*)\"\\)")]
    private static partial Regex Token();

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escape();
}
