using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Methods that decide themselves whether, when and where their arguments are evaluated.</summary>
internal static class LazyArgumentProductions
{
    private const Feature Mine = Feature.LazyArguments;

    private static readonly (string Name, string Definition, int Arguments)[] Controls =
    [
        ("second", "method(call evalArgAt(1))", 2),
        ("unless2", "method(if(call evalArgAt(0), call evalArgAt(1), call evalArgAt(2)))", 3),
        ("twice", "method(call evalArgAt(0); call evalArgAt(0))", 1),
        ("backwards", "method(r := call evalArgAt(1); call evalArgAt(0); r)", 2),
        ("viaSender", "method(call sender doMessage(call argAt(0)))", 1),
        ("inSender", "method(call argAt(0) doInContext(call sender))", 1),
        ("inLocals", "method(call message argAt(0) doInContext(call target, call sender))", 1),
        ("lastOf", "method(call evalArgs last)", 2),
        ("passOn", "method(second(nil, call evalArgAt(0)))", 1),
        ("named", "method(a, call evalArgAt(0); a)", 1),
        ("relayed", "method(call relayStopStatus(call evalArgAt(0)))", 1),
        ("blocked", "method(block(call evalArgAt(0)) call)", 1),
        ("inTry", "method(r := nil; e := try(r = call evalArgAt(0)); if(e, writeln(\"lazy: \", e error)); r)", 1),
        ("looped", "method(r := nil; for(j, 1, 3, r = call evalArgAt(0)); r)", 1),
        ("keep", "method(kept := call; kept evalArgAt(0))", 1),
        ("again", "method(m := call message clone; call sender doMessage(m argAt(0)))", 1),
    ];

    /// <summary>The reference forgets the status that is relayed as the whole of a method.</summary>
    private static readonly (string Name, string Definition, int Arguments)[] Portable = [.. Controls.Where(one => one.Name is not ("relayed" or "inLocals"))];

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        .. CoreProductions.ValueTypes.SelectMany(type => new Production[] { new(Mine, type, 3, draft => Control(draft, type)) }),
        new(Mine, IoType.Statement, 2, draft => Control(draft, IoType.Statement)),
        new(Mine, IoType.Statement, 2, Show),
        new(Mine, IoType.Statement, 2, SetInSender),
        new(Mine, IoType.Number, 1, draft => draft.Place.IsInMethod ? Source.Word(IoType.Number, "call argCount") : null),
        new(Mine, IoType.Text, 1, draft => draft.Place.IsInMethod ? Source.Word(IoType.Text, "call message name") : null),
        new(Mine, IoType.Any, 1, draft => draft.Place.IsInMethod ? Source.Chain(IoType.Any, $"call evalArgAt({draft.Of(IoType.Count)})") : null),
        new(Mine, IoType.Text, 1, draft => draft.Place.IsInMethod ? Source.Word(IoType.Text, "call message code") : null),
        new(Mine, IoType.Text, 1, draft => draft.Place.IsInMethod ? Source.Word(IoType.Text, $"call {draft.Random.Pick("target", "slotContext", "stopStatus", "coroutine")} type") : null),
        new(Mine, IoType.Boolean, 1, draft => draft.Place.IsInMethod ? Source.Word(IoType.Boolean, "call hasArgs") : null),
        new(Mine, IoType.List, 1, draft => draft.Place.IsInMethod ? Source.Word(IoType.List, "call evalArgs") : null),
        new(Mine, IoType.Text, 1, draft => draft.Place.IsInMethod ? Source.Word(IoType.Text, "call activated argumentNames asString") : null),
    ];

    private static Expression Control(Draft draft, IoType type)
    {
        (string name, string definition, int arguments) = draft.Random.Pick(draft.Policies.IsPortable ? Portable : Controls);
        if (name == "passOn") Need(draft, "second", Controls[0].Definition);
        Need(draft, name, definition);
        draft.Spend(12);
        return draft.Looped(name is "looped" ? 3 : name is "twice" ? 2 : 1, () =>
        {
            var made = new List<Expression>();
            for (int i = 0; i < arguments; i++) made.Add(type == IoType.Statement ? CoreProductions.Nested(draft, 1, 2) : draft.Of(name == "unless2" && i == 0 ? IoType.Boolean : type));
            return Source.Chain(type, $"{name}({made})");
        });
    }

    private static void Need(Draft draft, string name, string definition) =>
        draft.Prelude.Need(name, () => Source.Word(IoType.Statement, $"{name} := {definition}"));

    /// <summary>Arguments as text, without running them.</summary>
    private static Expression Show(Draft draft)
    {
        Need(draft, "show", "method(call message arguments foreach(a, a code println); call argAt(0) name println; call argCount)");
        draft.Spend(10);
        return Source.Chain(IoType.Statement, $"show({CoreProductions.Many(draft, IoType.Any, 3)})");
    }

    /// <summary>A method that makes or changes a local of whoever calls it.</summary>
    private static Expression SetInSender(Draft draft)
    {
        Need(draft, "plant", "method(name, value, call sender setSlot(name, value))");
        Need(draft, "regrow", "method(name, value, call sender updateSlot(name, value))");
        if (draft.Random.Chance(50) && draft.Scope.Find(draft.Random, one => one.IsAssignable && one.Type == IoType.Number) is { } variable)
        {
            return Source.Statements(IoType.Statement,
            [
                Source.Chain(IoType.Statement, $"{draft.Random.Pick("plant", "regrow")}(\"{variable.Name}\", {draft.Of(IoType.Number)})"),
                Source.Word(IoType.Statement, $"{variable.Name} println"),
            ]);
        }

        string name = draft.NewName("d");
        Expression plant = Source.Chain(IoType.Statement, $"plant(\"{name}\", {draft.Of(IoType.Number)})");
        draft.Scope.Declare(new Variable(name, IoType.Number));
        return Source.Statements(IoType.Statement, [plant, Source.Word(IoType.Statement, $"{name} println")]);
    }
}
