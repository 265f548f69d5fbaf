using System.Text;

namespace IoLab.External;

/// <summary>A command line with <c>{file}</c> and <c>{args}</c>, split into words once; no shell takes part.</summary>
public sealed class CommandTemplate
{
    private const string FileHole = "{file}";
    private const string ArgumentsHole = "{args}";

    private CommandTemplate(IReadOnlyList<string> words) => Words = words;

    /// <summary>The words; the first is the program.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Does the command name the file to run?</summary>
    public bool HasFile => Words.Any(word => word.Contains(FileHole, StringComparison.Ordinal));

    /// <summary>Splits a command line at spaces; <c>'…'</c> and <c>"…"</c> keep spaces, a backslash takes the next character as it is.</summary>
    /// <exception cref="FormatException">No word, or an open quote.</exception>
    public static CommandTemplate Parse(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        bool inWord = false;
        char quote = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\\' && quote != '\'' && i + 1 < text.Length)
            {
                word.Append(text[++i]);
                inWord = true;
            }
            else if (quote != '\0')
            {
                if (c == quote) quote = '\0';
                else word.Append(c);
            }
            else if (c is '\'' or '"')
            {
                quote = c;
                inWord = true;
            }
            else if (char.IsWhiteSpace(c))
            {
                if (inWord) words.Add(word.ToString());
                word.Clear();
                inWord = false;
            }
            else
            {
                word.Append(c);
                inWord = true;
            }
        }

        if (quote != '\0') throw new FormatException($"the quote {quote} is not closed in: {text}");
        if (inWord) words.Add(word.ToString());
        return FromWords(words);
    }

    /// <summary>A template of words that are already split.</summary>
    /// <exception cref="FormatException">There is no word.</exception>
    public static CommandTemplate FromWords(IReadOnlyList<string> words) =>
        words.Count == 0 || words[0].Length == 0 ? throw new FormatException("the command is empty") : new CommandTemplate(words);

    /// <summary>The words with the holes filled. A word that is <c>{args}</c> alone becomes one word per argument.</summary>
    public IReadOnlyList<string> Expand(string file, IReadOnlyList<string> arguments) => Fill([file], arguments);

    /// <summary>The words with <c>{file}</c> replaced by an evaluation flag and the code.</summary>
    public IReadOnlyList<string> ExpandEvaluation(string flag, string code) => Fill([flag, code], []);

    private List<string> Fill(string[] file, IReadOnlyList<string> arguments)
    {
        var filled = new List<string>(Words.Count + arguments.Count + 1);
        foreach (string word in Words)
        {
            if (word == ArgumentsHole) filled.AddRange(arguments);
            else if (word == FileHole) filled.AddRange(file);
            else filled.Add(word.Replace(FileHole, string.Join(' ', file)).Replace(ArgumentsHole, string.Join(' ', arguments)));
        }

        return filled;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Words.Select(Quote));

    private static string Quote(string word) =>
        word.Length > 0 && !word.Any(c => char.IsWhiteSpace(c) || c is '\'' or '"' or '\\') ? word : "'" + word.Replace("'", "'\\''") + "'";
}
