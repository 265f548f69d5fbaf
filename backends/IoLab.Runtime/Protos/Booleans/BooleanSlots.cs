using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Booleans;

/// <summary>The slots of nil, true and false (io-language.md 4.6). Slots that are plain values leave their arguments unevaluated.</summary>
internal static unsafe class BooleanSlots
{
    public static readonly ProtoTable Nil = Named("nil")
        .Data("clone", vm => vm.Nil, "nil.")
        .Data("asJson", vm => vm.Text("null"), "null.")
        .Data("isNil", vm => vm.True, "true.")
        .Data("isTrue", vm => vm.False, "false.")
        .Data("not", vm => vm.True, "true.")
        .Data("and", vm => vm.False, "false.")
        .Control("or", "expression", &ControlFlow.And, "The truth of the argument.", StopKind.Local)
        .Control("ifNil", "expression", &BooleanFlow.RunAndSelf, "Evaluates the argument; nil.")
        .Control("ifNilEval", "expression", &BooleanFlow.RunArgument, "The argument's value.")
        .Data("ifNonNil", vm => vm.Nil, "nil.")
        .Data("ifNonNilEval", vm => vm.Nil, "nil.")
        .Data("then", vm => vm.Nil, "nil.")
        .Data("else", vm => vm.Nil, "nil.")
        .Data("elseif", vm => vm.Nil, "nil.")
        .Data("catch", vm => vm.Nil, "nil: nothing was raised.")
        .Data("pass", vm => vm.Nil, "nil: nothing was raised.");

    public static readonly ProtoTable True = Named("true")
        .Data("clone", vm => vm.True, "true.")
        .Data("asJson", vm => vm.Text("true"), "true.")
        .Data("not", vm => vm.False, "false.")
        .Data("or", vm => vm.True, "true.")
        .Control("ifTrue", "expression", &BooleanFlow.RunAndSelf, "Evaluates the argument; true.")
        .Data("ifFalse", vm => vm.True, "true.")
        .Control("then", "expression", &BooleanFlow.RunAndNil, "Evaluates the argument; nil.")
        .Data("else", vm => vm.True, "true.")
        .Data("elseif", vm => vm.True, "true.");

    public static readonly ProtoTable False = Named("false")
        .Data("clone", vm => vm.False, "false.")
        .Data("asJson", vm => vm.Text("false"), "false.")
        .Data("isTrue", vm => vm.False, "false.")
        .Data("not", vm => vm.True, "true.")
        .Data("and", vm => vm.False, "false.")
        .Control("or", "expression", &ControlFlow.And, "The truth of the argument.", StopKind.Local)
        .Data("ifTrue", vm => vm.False, "false.")
        .Control("ifFalse", "expression", &BooleanFlow.RunAndSelf, "Evaluates the argument; false.")
        .Data("then", vm => vm.False, "false.")
        .Control("else", "expression", &BooleanFlow.RunAndNil, "Evaluates the argument; nil.")
        .Control("elseif", "condition, [then, [else]]", &ControlFlow.If, "As if.");

    private static ProtoTable Named(string name) => new ProtoTable(name)
        .Data("type", vm => vm.Text(name), "Its name.")
        .Data("asString", vm => vm.Text(name), "Its name.")
        .Data("asSimpleString", vm => vm.Text(name), "Its name.")
        .Prelude("justSerialized", "stream", "Writes its name to a stream.");
}
