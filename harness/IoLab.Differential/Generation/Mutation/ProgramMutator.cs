using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;
using IoLab.Language;

namespace IoLab.Differential.Generation.Mutation;

/// <summary>
/// Makes programs of a pool's programs: statements of several are spliced, subtrees exchanged, literals and names replaced, statements wrapped in loops, coroutines, tries
/// and continuations, and generated statements put between them. Such a program need not be well typed, and rarely it does not end; limits are for that.
/// </summary>
internal sealed class ProgramMutator(ProgramPool pool)
{
    private const int MaxStatements = 40;
    private static readonly string[] SmallNumbers = ["0", "1", "2", "3", "5", "7", "10", "0.5"];
    private static readonly string[] EdgeNumbers = ["9007199254740993", "1e300", "0.1", "2147483648", "4294967295", "1e-7", "255", "256", "1e400", "123456789012"];
    private static readonly string[] Texts = ["\"\"", "\"a\"", "\"abc\"", "\"h\u00e9\u20ac\"", "\"a,b,,c\"", "\"12.5\"", "\"\\x00\\xff\"", "\"\U0001f600\""];
    private static readonly HashSet<string> Kept = ["while", "loop", "repeat", "for", "wait", ":=", "::=", "=", ";", "return"];

    private static readonly string[] Wraps =
    [
        "try($)", "e := try($); if(e, e error println)", "method($) call", "block($) call", "2 repeat($)", "for(zi, 1, 2, $)", "list(1, 2) foreach(zi, zx, $)", "if(true, $)",
        "coroDo($; yield; 1)", "coroDoLater($); yield; yield", "callcc(block(zk, $))", "lexicalDo($)", "zm := method($); zm; zm", "list(1, ($), 2)", "doMessage(message($))",
        "($) println", "Object clone do($)", "withHandler(Exception, block(e, r, 5), $)", "thisContext zs := method($); zs", "(yield; $)",
    ];

    /// <summary>A program made of the pool's.</summary>
    public string Mutate(Draft draft)
    {
        SeededRandom random = draft.Random;
        MutableProgram program = MutableProgram.Read(random.OneOf(pool.Programs));
        MutableProgram donor = MutableProgram.Read(random.OneOf(pool.Programs));
        if (program.Statements.Count == 0) program.Statements.AddRange(donor.Statements);
        int changes = random.Between(1, 6);
        for (int i = 0; i < changes && program.Statements.Count > 0; i++) Change(draft, program, donor);
        if (program.Statements.Count > MaxStatements) program.Statements.RemoveRange(MaxStatements, program.Statements.Count - MaxStatements);
        string text = random.Chance(60) ? Tried(program) : program.Write();
        return Definitions(draft) + text;
    }

    private static void Change(Draft draft, MutableProgram program, MutableProgram donor)
    {
        SeededRandom random = draft.Random;
        int at = random.Below(program.Statements.Count);
        switch (random.Below(12))
        {
            case 0 or 1:
                Splice(random, program, donor, at);
                break;
            case 2:
                program.Statements.Insert(random.Below(program.Statements.Count + 1), program.Statements[at].DeepCopy());
                break;
            case 3:
                if (program.Statements.Count > 2) program.Statements.RemoveAt(at);
                break;
            case 4:
                (program.Statements[0], program.Statements[at]) = (program.Statements[at], program.Statements[0]);
                break;
            case 5 or 6:
                Wrap(random, program, at);
                break;
            case 7 or 8:
                Generate(draft, program, at);
                break;
            case 9:
                ReplaceArgument(random, program.Statements[at], donor);
                break;
            case 10:
                ReplaceName(random, program.Statements[at], donor);
                break;
            default:
                ReplaceLiteral(random, program.Statements[at]);
                break;
        }
    }

    private static void Splice(SeededRandom random, MutableProgram program, MutableProgram donor, int at)
    {
        if (donor.Statements.Count == 0) return;
        int first = random.Below(donor.Statements.Count);
        int count = Math.Min(random.Between(1, 8), donor.Statements.Count - first);
        program.Statements.InsertRange(at, donor.Statements.GetRange(first, count).Select(statement => statement.DeepCopy()));
    }

    private static void Wrap(SeededRandom random, MutableProgram program, int at)
    {
        MutableProgram wrapped = MutableProgram.Read(random.Pick(Wraps).Replace("$", Printer.Print(program.Statements[at]), StringComparison.Ordinal));
        program.Statements.RemoveAt(at);
        program.Statements.InsertRange(at, wrapped.Statements);
    }

    private static void Generate(Draft draft, MutableProgram program, int at)
    {
        string text = Code.SourceWriter.Write(draft.Statements(1, 2));
        program.Statements.InsertRange(at, MutableProgram.Read(text).Statements);
    }

    /// <summary>An argument becomes a copy of one of the donor's.</summary>
    private static void ReplaceArgument(SeededRandom random, Message statement, MutableProgram donor)
    {
        List<TreePlace> places = MutableProgram.Places(statement).FindAll(place => place.Parent is not null && place.Previous is null);
        if (places.Count == 0 || donor.Statements.Count == 0) return;
        List<TreePlace> others = MutableProgram.Places(random.OneOf(donor.Statements)).FindAll(place => place.Previous is null);
        TreePlace place = random.OneOf(places);
        Message[] arguments = [.. place.Parent!.Arguments];
        arguments[place.Argument] = random.OneOf(others).Message.DeepCopy();
        place.Parent.Arguments = arguments;
    }

    /// <summary>A message gets the name of one with as many arguments.</summary>
    private static void ReplaceName(SeededRandom random, Message statement, MutableProgram donor)
    {
        if (donor.Statements.Count == 0) return;
        List<TreePlace> places = MutableProgram.Places(statement).FindAll(IsPlain);
        List<TreePlace> others = MutableProgram.Places(random.OneOf(donor.Statements)).FindAll(IsPlain);
        if (places.Count == 0) return;
        Message message = random.OneOf(places).Message;
        others = others.FindAll(other => other.Message.Arguments.Length == message.Arguments.Length);
        if (others.Count > 0) message.Rename(random.OneOf(others).Message.Name);
    }

    private static void ReplaceLiteral(SeededRandom random, Message statement)
    {
        List<TreePlace> places = MutableProgram.Places(statement).FindAll(place => IsLiteral(place.Message));
        if (places.Count == 0) return;
        TreePlace place = random.OneOf(places);
        bool isText = place.Message.Name.Text[0] == '"';
        bool isOperand = place.Previous is { } previous && Operators.IsOperator(previous.Name.Text);
        string literal = isText ? random.Pick(Texts) : random.Pick(isOperand && random.Chance(50) ? EdgeNumbers : SmallNumbers);
        place.Message.Rename(MutableProgram.Read(literal).Statements[0].Name);
    }

    /// <summary>Each statement in a try of its own, its exception printed.</summary>
    private static string Tried(MutableProgram program) =>
        "check := method(e, if(e, writeln(\"! \", e error)))\n" + string.Concat(program.Statements.Select(statement => $"check(try({Printer.Print(statement)}))\n"));

    private static string Definitions(Draft draft) => Code.SourceWriter.Write([.. draft.Prelude.Definitions]);

    private static bool IsPlain(TreePlace place) => !IsLiteral(place.Message) && place.Message.Name.Text.Length > 0 && !Kept.Contains(place.Message.Name.Text);

    private static bool IsLiteral(Message message) => message.Name.Text.Length > 0 && message.Name.Text[0] is '"' or (>= '0' and <= '9');
}
