using IoLab.Cli.Configuration;

namespace IoLab.Cli.Options;

/// <summary>Reads the command line of <c>iolab run</c>: our options, then a file or <c>-e</c>, then the guest's words.</summary>
internal static class RunArguments
{
    /// <summary>Reads the words behind <c>run</c>.</summary>
    /// <exception cref="UsageException">They cannot be understood.</exception>
    public static RunRequest Parse(ReadOnlySpan<string> words)
    {
        var request = new RunRequest();
        int i = 0;
        for (; i < words.Length; i++)
        {
            string word = words[i];
            if (word == "-e") return i + 1 < words.Length ? WithCode(request, words[i..]) : throw new UsageException("-e needs code: iolab run -e '1 + 1 println'");
            if (word == "--")
            {
                i++;
                break;
            }

            if (!word.StartsWith('-')) break;
            request = Apply(request, word is "-h" or "-?" ? "--help" : word, words, ref i);
            if (request.WantsHelp) return request;
        }

        if (i >= words.Length) throw new UsageException("run needs a file or -e CODE: iolab run hello.io, or iolab run -e '1 + 1 println'");
        return request with { FilePath = words[i], Arguments = words[i..].ToArray() };
    }

    /// <summary>As the reference does: all words behind <c>-e</c> are one program, and <c>System args</c> lists everything.</summary>
    private static RunRequest WithCode(RunRequest request, ReadOnlySpan<string> words) =>
        request with { Code = string.Join(' ', words[1..].ToArray()), Arguments = words.ToArray() };

    private static RunRequest Apply(RunRequest request, string word, ReadOnlySpan<string> words, ref int i)
    {
        int equals = word.IndexOf('=');
        string name = equals < 0 ? word : word[..equals];
        foreach (RunOption option in RunOption.Table)
        {
            if (option.Text.Name != name) continue;
            if (option.Text.Value is null)
            {
                return equals < 0 ? option.Apply(request, "") : throw new UsageException($"{name} takes no value");
            }

            if (equals >= 0) return option.Apply(request, word[(equals + 1)..]);
            if (i + 1 >= words.Length) throw new UsageException($"{name} needs a value: {option.Text.Meaning}");
            return option.Apply(request, words[++i]);
        }

        throw new UsageException($"run: unknown option {name}; {Spelling.Hint(name, [.. RunOption.Table.Select(option => option.Text.Name)])}");
    }
}
