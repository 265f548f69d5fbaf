using IoLab.Bytecode;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;
using NUnit.Framework;

namespace IoLab.Machines.Tests.Bytecode;

/// <summary>The verifier lets the compiler's code pass, and refuses code that breaks any one rule.</summary>
public sealed class VerifierTests
{
    private readonly Pieces _pieces = new();

    private static TestCaseData Broken(string rule, string expected, Func<Pieces, Code> make) => new TestCaseData(make, expected).SetArgDisplayNames(rule);

    /// <summary>Code of a body in which something is changed.</summary>
    private static TestCaseData Body(string rule, string expected, string source, Action<Pieces, Code> change) => Broken(rule, expected, pieces =>
    {
        var code = pieces.Body(source, "n", "m");
        change(pieces, code);
        return code;
    });

    private static void ChangeSite(Code code, Opcode opcode, Func<Site, Site> change)
    {
        ref var site = ref Pieces.SiteOf(code, Pieces.Find(code, opcode));
        site = change(site);
    }

    /// <summary>The same site with something else around it.</summary>
    private static void Surround(Pieces pieces, Code code, Opcode opcode, Func<Site, FrameState> state) =>
        ChangeSite(code, opcode, site => new Site(pieces.Vm, site.Message, state(site)) { Count = site.Count, Variable = site.Variable, Builtin = site.Builtin });

    private static readonly Builtin While = Builtins.Find("Object", "while");

    private static IEnumerable<TestCaseData> BrokenCode =>
    [
        Body("An opcode that is none", "no instruction: 000000ff", "n foo", (_, code) => code.Words[0] = 255),
        Broken("An instruction cut off", "an instruction without its end", pieces => Cut(pieces.Body("n foo(1)", "n"), code => Pieces.Find(code, Opcode.Begin) + 1)),
        Broken("An open end", "the end of code is open", pieces => Cut(pieces.Body("foo", "n"), code => Pieces.Find(code, Opcode.Return))),
        Broken("No code at all", "the end of code is open", pieces => Pieces.Copy(pieces.Body("foo"), words: [])),
        Broken("A window too small for the locals", "a window of 3 registers for 2 locals", pieces => Pieces.Copy(pieces.Body("n", "n", "m"), size: 3)),
        Broken("A window too large", "a window of 300 registers", pieces => Pieces.Copy(pieces.Body("n", "n"), size: 300)),
        Body("An operand that is not used", "7 where there is no operand", "foo", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.Return), 2, 7)),
        Body("A local overwritten", "register 2 is no temporary", "1 foo", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.Load), 0, 2)),
        Body("A local overwritten by what is stored in a slot", "register 2 is no temporary", "n bar := 1; foo", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.StoreSlot), 0, 2)),
        Body("A result outside the window", "is outside the window of", "foo", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.SendImplicit), 0, 250)),
        Body("A result whose window does not fit", "is outside the window of", "foo", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.SendImplicit), 0, code.Size - 2)),
        Body("An operand outside the window", "register 99 is outside the window of", "foo bar", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.Send), 1, 99)),
        Body("A local that is none", "register 9 is no local's", "n", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.GetLocal), 1, 9)),
        Body("A loop's local that is none", "register 9 is no local's", "for(i, 1, n, foo)", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.ForBegin), 1, 9)),
        Body("A flag of 2", "2 is neither 0 nor 1", "foo", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.Return), 1, 2)),
        Body("An operator that is none", "0 is no operator", "foo + bar(1)", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.CallNumber), 2, 0)),
        Body("A constant that is not there", "there is no constant 44", "1 foo", (_, code) => code.Words[Pieces.Find(code, Opcode.Load) + 1] = 44),
        Body("A constant that is no value", "constant 0 is no value", "1 foo", (_, code) => code.Constants[0] = Sentinels.Absent),
        Body("A jump into an instruction", "where no instruction begins", "if(n, 1, 2)", (_, code) => code.Words[Pieces.Find(code, Opcode.JumpIfFalse) + 1]++),
        Body("A jump out of the code", "a jump goes to 4000, where no instruction begins", "if(n, 1, 2)", (_, code) => code.Words[Pieces.Find(code, Opcode.Jump) + 1] = 4000),
        Body("A site that is not there", "there is no site 77", "foo", (_, code) => code.Words[Pieces.Find(code, Opcode.SendImplicit) + 1] = 77),
        Broken("A body's instruction elsewhere", "in bodies only", pieces => With(pieces.Argument(pieces.Body("foo", "n"), "n"), code => Replace(code, Opcode.GetOuter, Opcode.GetLocal))),
        Body("An argument's instruction elsewhere", "in outer arguments only", "n", (_, code) => Replace(code, Opcode.GetLocal, Opcode.GetOuter)),
        Broken("An instruction that code in objects has not", "not in code in objects", pieces => With(pieces.Chain("foo"), code =>
        {
            Replace(code, Opcode.Send, Opcode.SendImplicit);
            Pieces.Set(code, 0, 1, 0);
        })),
        Broken("A stop at the end of a chain", "a stop ends bodies only", pieces => With(pieces.Chain("foo"), code => Pieces.Set(code, Pieces.Find(code, Opcode.Return), 1, 1))),
        Body("A target in a body", "only code in objects has a target of its own", string.Concat(Enumerable.Repeat("foo\n", 450)), (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.Evaluate), 1, 1)),

        Body("A site without a variable", "a site without a variable", "foo bar := 1", (pieces, code) => ChangeSite(code, Opcode.SetSlot, site => new Site(pieces.Vm, site.Message, site.State))),
        Body("A site without a built-in", "a site without a built-in", "foo repeat(1)", (pieces, code) => ChangeSite(code, Opcode.Guard, site => new Site(pieces.Vm, site.Message, site.State))),
        Body("A site without a control built-in", "a site without a control built-in", "for(i, foo, 2, i)", (pieces, code) => ChangeSite(code, Opcode.GoOn, site => new Site(pieces.Vm, site.Message, site.State))),
        Body("A site without a chain", "a site without a chain", string.Concat(Enumerable.Repeat("foo\n", 450)), (pieces, code) => ChangeSite(code, Opcode.Evaluate, site => new Site(pieces.Vm, site.Message, site.State))),
        Body("A read of another local", "the local of register 3 is not n", "n", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.GetLocal), 1, 3)),
        Body("A loop that counts elsewhere", "the loop's variable is not in register 0", "for(i, 1, n, foo)", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.ForBegin), 1, 0)),
        Body("A second variable elsewhere", "the loop's second variable is not in register 2", "n foreach(i, v, foo)", (pieces, code) => ChangeSite(code, Opcode.ForeachBegin, site =>
            new Site(pieces.Vm, site.Message, site.State) { Variable = site.Variable, VariableRegister = site.VariableRegister, Second = site.Second, SecondRegister = 2 })),
        Body("Arguments that nobody evaluates", "arguments in place that nobody evaluates", "foo", (pieces, code) =>
            ChangeSite(code, Opcode.SendImplicit, site => new Site(pieces.Vm, site.Message, site.State) { Count = 1 })),
        Body("Arguments that no operand names", "2 arguments, where others are told", "foo(1)", (pieces, code) =>
            ChangeSite(code, Opcode.SendWith, site => new Site(pieces.Vm, site.Message, site.State) { Count = 2 })),

        Body("A call's place that is no instruction", "a call goes to 1, where no instruction begins", "foo(1)", (_, code) => Pieces.SiteOf(code, Pieces.Find(code, Opcode.BeginImplicit)).CallPc = 1),
        Body("A call's place with no call", "there is no call at 0", "foo(1)", (_, code) => Pieces.SiteOf(code, Pieces.Find(code, Opcode.BeginImplicit)).CallPc = 0),
        Body("A call somewhere else in the window", "is another one's", "foo(1)", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.Call), 0, 5)),
        Body("A call that is followed by something else", "and not behind its call", "foo(1)", (_, code) => Pieces.SiteOf(code, Pieces.Find(code, Opcode.BeginImplicit)).NextPc = 0),
        Body("A call of another message", "the call is of another message", "foo(1); bar(2)", (_, code) => code.Words[Pieces.Find(code, Opcode.Call) + 1] = code.Words[Pieces.Find(code, Opcode.Call, 1) + 1]),

        Body("The rest of a chain without one", "the rest of a chain that has none", "foo", (pieces, code) => Surround(pieces, code, Opcode.SendImplicit, site => new RestState(site.Message, null))),
        Body("A target that a body has not", "only code in objects has a target of its own", "foo bar", (pieces, code) =>
            Surround(pieces, code, Opcode.SendImplicit, site => new RestState(site.Message, null) { HasOwnTarget = true })),
        Body("An argument that is not there", "argument 3 of 1", "foo(bar)", (pieces, code) =>
            Surround(pieces, code, Opcode.SendImplicit, _ => new ArgumentState(code.Root!, null, 4, 3))),
        Body("An argument outside the window", "in a window of", "foo(bar)", (pieces, code) => Surround(pieces, code, Opcode.SendImplicit, _ => new ArgumentState(code.Root!, null, 90, 0))),
        Body("A stop in an argument that goes nowhere", "a stop in an argument goes to 1", "foo(bar)", (_, code) =>
            ((ArgumentState)Pieces.SiteOf(code, Pieces.Find(code, Opcode.SendImplicit)).State!).NextPc = 1),
        Body("An argument without a token", "no token in register 5 to tell of an argument", "foo(bar)", (pieces, code) =>
            Surround(pieces, code, Opcode.SendImplicit, site => new ArgumentState(code.Root!, null, 5, 0) { NextPc = 0 })),
        Body("An assignment to no register", "no register: -3", "foo bar := baz", (pieces, code) => Surround(pieces, code, Opcode.SetSlot, site => new SetterState(site.Message, null, -3))),
        Body("An assignment to what is not there yet", "which frames tell of, may hold no value", "foo bar := baz", (pieces, code) =>
            Surround(pieces, code, Opcode.SetSlot, site => new SetterState(site.Message, null, code.Size - 1))),
        Body("A control structure of no built-in", "a control structure of no built-in", "foo", (pieces, code) => Surround(pieces, code, Opcode.SendImplicit, site => new ControlState(site.Message, null, null, 1, -1))),
        Body("A control structure in no state", "a control structure that waits for nothing", "foo", (pieces, code) => Surround(pieces, code, Opcode.SendImplicit, site => new ControlState(site.Message, null, While, 0, -1))),
        Body("A control structure's operand outside the window", "no register: 60", "foo", (pieces, code) => Surround(pieces, code, Opcode.SendImplicit, site => new ControlState(site.Message, null, While, 1, -1, 60))),
        Body("A control structure's operand that is not there yet", "which frames tell of, may hold no value", "foo", (pieces, code) =>
            Surround(pieces, code, Opcode.SendImplicit, site => new ControlState(site.Message, null, While, 1, -1, code.Size - 1))),
        Body("A loop that a break does not leave", "a stop goes to -1", "foo", (pieces, code) =>
            Surround(pieces, code, Opcode.SendImplicit, site => new ControlState(site.Message, null, While, 1, -1) { TakesLoopStops = true, Result = 4, Continue = new Label { Pc = 0 } })),
        Body("A loop that a continue does not go on with", "a continue goes to 1,", "foo", (pieces, code) =>
            Surround(pieces, code, Opcode.SendImplicit, site => new ControlState(site.Message, null, While, 1, -1) { TakesLoopStops = true, Result = 4, Break = new Label { Pc = 0 }, Continue = new Label { Pc = 1 } })),
        Body("A loop whose value goes to a local", "register 2 is no temporary", "foo", (pieces, code) =>
            Surround(pieces, code, Opcode.SendImplicit, site => new ControlState(site.Message, null, While, 1, -1) { TakesLoopStops = true, Result = 2, Break = new Label { Pc = 0 }, Continue = new Label { Pc = 0 } })),

        Body("A register read before it is written", "may hold no value", "foo", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.Return), 0, code.Size - 1)),
        Body("A token read as a value", "may hold no value", "foo(bar baz)", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.Send), 1, (int)(code.Words[Pieces.Find(code, Opcode.BeginImplicit)] >> 8 & 255))),
        Body("A token overwritten", "may hold no token", "foo(1)", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.Load, 1), 0, 4)),
        Body("A receiver overwritten", "may hold no receiver", "foo(1)", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.Load, 1), 0, 5)),
        Body("An argument that is missing", "may hold no argument", "foo(1, 2)", (_, code) => Pieces.Set(code, Pieces.Find(code, Opcode.Load, 2), 0, 7)),
        Body("A loop that does not count in numbers", "are not all numbers", "for(i, 1, 2, foo)", (pieces, code) => Array.Fill(code.Constants, pieces.Vm.Nil)),
        Body("A guard's site elsewhere", "somebody else's", "foo repeat(bar baz)", (_, code) => Pieces.SiteOf(code, Pieces.Find(code, Opcode.Send)) = Pieces.SiteOf(code, Pieces.Find(code, Opcode.Guard))),
        Body("A loop without a safepoint", "without a safepoint", "while(n, foo)", (_, code) => Replace(code, Opcode.Back, Opcode.Jump)),
    ];

    private static Code With(Code code, Action<Code> change)
    {
        change(code);
        return code;
    }

    private static Code Cut(Code code, Func<Code, int> end) => Pieces.Copy(code, words: code.Words[..end(code)]);

    private static void Replace(Code code, Opcode from, Opcode to)
    {
        var pc = Pieces.Find(code, from);
        code.Words[pc] = code.Words[pc] & ~255u | (uint)to;
    }

    [TestCaseSource(nameof(BrokenCode))]
    public void Broken_code_is_refused(Delegate make, string expected) =>
        Assert.That(() => Verifier.Check(((Func<Pieces, Code>)make)(_pieces)), Throws.TypeOf<BadCodeException>().With.Message.Contains(expected));

    [TestCase("")]
    [TestCase("n")]
    [TestCase("self")]
    [TestCase("n foo(m, 1 + n) bar baz(n, bar(2))")]
    [TestCase("x := n; x = x + 1; y = 2; o z := 3; o z = 4; x")]
    [TestCase("if(n < 2, return n, if(n foo, m)); while(n <= m, n = n + 1; if(n == 5, break(7)); if(n == 6, continue)); loop(break)")]
    [TestCase("for(i, 1, n, for(j, i, n foo, m, i + j println)); 5 repeat(i, i); n foreach(k, v, v foo(k)); n foreach(v, v)")]
    [TestCase("(n and m foo) or(return 1) and(n not)")]
    [TestCase("f := method(a, b, a + b); g := block(f(n, m)); g call(n)")]
    [TestCase("foo(return 1); foo(break); try(n foo); n ifTrue(m) ifFalse(n)")]
    [TestCase("updateSlot := 1; n = 2; m = 3; zz = 4")]
    public void The_compilers_code_passes(string source)
    {
        var body = _pieces.Body(source, "n", "m");
        Verifier.Check(body);
        Verifier.Check(_pieces.Chain(source));
        Verifier.Check(_pieces.Argument(body, source));
    }
}
