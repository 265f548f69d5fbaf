using IoLab.Cli.Repl;

namespace IoLab.Cli.Tests.Repl;

/// <summary>Editing a line.</summary>
public class LineEditorSpecs
{
    private static readonly string[] History = ["first", "second line", "two\nlines"];

    [TestCase("abc{Enter}", "abc")]
    [TestCase("abc{Left}{Left}x{Enter}", "axbc")]
    [TestCase("abc{Home}x{End}y{Enter}", "xabcy")]
    [TestCase("abc{^A}x{^E}y{Enter}", "xabcy")]
    [TestCase("abc{Backspace}{Backspace}x{Enter}", "ax")]
    [TestCase("abc{Home}{Delete}{Enter}", "bc")]
    [TestCase("abc{Home}{^D}{Enter}", "bc")]
    [TestCase("one two{^W}three{Enter}", "one three")]
    [TestCase("one two{Left}{Left}{Left}{^K}{^A}{^Y}{Enter}", "twoone ")]
    [TestCase("one two{^U}three{^Y}{Enter}", "threeone two")]
    [TestCase("one two{^Left}x{Enter}", "one xtwo")]
    [TestCase("one two{Home}{^Right}x{Enter}", "onex two")]
    [TestCase("ä😀b{Left}{Backspace}{Enter}", "äb")]
    [TestCase("{Up}{Enter}", "two\nlines")]
    [TestCase("{Up}{Up}!{Enter}", "second line!")]
    [TestCase("{Up}{Up}{Up}{Up}{Enter}", "first")]
    [TestCase("typed{Up}{Down}{Enter}", "typed")]
    [TestCase("{^P}{^P}{^N}{Enter}", "two\nlines")]
    [TestCase("{Left}{Right}{Backspace}{Delete}{Down}{^W}{Enter}", "")]
    public void Keys_edit(string keys, string expected) => Assert.That(new Screen(keys).Editor().ReadLine("> ", History), Is.EqualTo(expected));

    [Test]
    public void An_empty_line_ends_the_input_with_control_d() => Assert.That(new Screen("{^D}").Editor().ReadLine("> ", []), Is.Null);

    [Test]
    public void Control_c_takes_the_line_back() =>
        Assert.That(() => new Screen("abc{^C}").Editor().ReadLine("> ", []), Throws.TypeOf<LineInterruptedException>());

    [TestCase("pri{Tab}{Enter}", "print")]
    [TestCase("println{Tab}{Enter}", "println ")]
    [TestCase("xyz{Tab}{Enter}", "xyz")]
    public void Tab_completes_as_far_as_it_is_sure(string keys, string expected) =>
        Assert.That(new Screen(keys).Editor("print", "println", "proto").ReadLine("> ", []), Is.EqualTo(expected));

    [Test]
    public void A_second_tab_lists()
    {
        var screen = new Screen("print{Tab}{Enter}");
        screen.Editor("print", "println", "proto").ReadLine("> ", []);
        Assert.That(screen.Written, Does.Contain("\nprint    println\n"));
    }

    [Test]
    public void A_long_line_scrolls_in_its_row()
    {
        var screen = new Screen(new string('x', 30) + "y{Enter}") { Width = 20 };
        screen.Editor().ReadLine("> ", []);
        string[] rows = screen.Written.Split('\r');
        Assert.That(rows.Select(row => row.Replace("\e[K", "").TrimEnd('\n').Length), Is.All.LessThan(20));
        Assert.That(rows[^1], Does.Contain("xxxy"));
    }

    /// <summary>A screen whose keys are written as text; names in braces are special keys.</summary>
    private sealed class Screen(string keys) : IScreen
    {
        private readonly Queue<ConsoleKeyInfo> left = new(Parse(keys));
        private readonly System.Text.StringBuilder written = new();

        public int Width { get; init; } = 80;

        public string Written => written.ToString();

        public ConsoleKeyInfo ReadKey() => left.Dequeue();

        public void Write(string text) => written.Append(text);

        public LineEditor Editor(params string[] words) => new(this, before =>
        {
            string typed = before.Split(' ')[^1];
            return new Offer(typed, [.. words.Where(word => word.StartsWith(typed, StringComparison.Ordinal))]);
        });

        private static IEnumerable<ConsoleKeyInfo> Parse(string keys)
        {
            for (int i = 0; i < keys.Length; i++)
            {
                if (keys[i] != '{')
                {
                    yield return new ConsoleKeyInfo(keys[i], ConsoleKey.None, false, false, false);
                    continue;
                }

                int end = keys.IndexOf('}', i);
                string name = keys[(i + 1)..end];
                bool isControl = name[0] == '^';
                yield return new ConsoleKeyInfo('\0', Enum.Parse<ConsoleKey>(name.TrimStart('^') switch { "Up" => "UpArrow", "Down" => "DownArrow", "Left" => "LeftArrow", "Right" => "RightArrow", var other => other }), false, false, isControl);
                i = end;
            }
        }
    }
}
