using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Messages;

/// <summary>The slots of Message (io-language.md 5.8).</summary>
internal static unsafe class MessageSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Message", Kind.Message)
        .Eager("name", "", &MessageTree.Name, "The name.")
        .Eager("arguments", "", &MessageTree.Arguments, "A list of the arguments.")
        .Eager("argAt", "index: Number", &MessageTree.ArgAt, "An argument, from the end when negative; nil if there is none.")
        .Eager("argCount", "", &MessageTree.ArgCount, "How many arguments.")
        .Eager("next", "", &MessageTree.Next, "The next message of the chain, or nil.")
        .Eager("previous", "", &MessageTree.Previous, "The message this one was reached from, or nil.")
        .Eager("last", "", &MessageTree.Last, "The last message of the chain.")
        .Eager("lastBeforeEndOfLine", "", &MessageTree.LastBeforeEndOfLine, "The last message before the next terminator.")
        .Eager("nextIgnoreEndOfLines", "", &MessageTree.NextIgnoreEndOfLines, "The next message that is no terminator, or nil.")
        .Eager("isEndOfLine", "", &MessageTree.IsEndOfLine, "Is it a terminator?")
        .Eager("label", "", &MessageTree.Label, "The source's label.")
        .Eager("lineNumber", "", &MessageTree.LineNumber, "The line.")
        .Eager("characterNumber", "", &MessageTree.CharacterNumber, "The byte offset after the token.")
        .Eager("cachedResult", "", &MessageTree.CachedResult, "The value it yields without lookup, or nil.")
        .Eager("hasCachedResult", "", &MessageTree.HasCachedResult, "Does it yield a value without lookup?")
        // Edits
        .Eager("clone", "", &MessageEdits.Clone, "A copy with the same arguments and next message.")
        .Eager("setName", "name: Sequence", &MessageEdits.SetName, "Renames it.")
        .Eager("setArguments", "arguments: List", &MessageEdits.SetArguments, "Replaces the arguments.")
        .Eager("appendArg", "message: Message", &MessageEdits.AppendArg, "Adds an argument.")
        .Eager("appendCachedArg", "value", &MessageEdits.AppendCachedArg, "Adds an argument that yields a value.")
        .Eager("setNext", "[message: Message]", &MessageEdits.SetNext, "Replaces the rest of the chain.")
        .Eager("setCachedResult", "value", &MessageEdits.SetCachedResult, "Lets it yield a value without lookup.")
        .Eager("removeCachedResult", "", &MessageEdits.RemoveCachedResult, "Lets it be sent again.")
        .Eager("setLabel", "label: Sequence", &MessageEdits.SetLabel, "Replaces the label.")
        .Eager("setLineNumber", "line: Number", &MessageEdits.SetLineNumber, "Replaces the line.")
        .Eager("setCharacterNumber", "offset: Number", &MessageEdits.SetCharacterNumber, "Replaces the offset.")
        .Eager("opShuffle", "", &MessageEdits.OpShuffle, "Moves operators' operands into arguments.")
        .Eager("opShuffleC", "", &MessageEdits.OpShuffle, "The same as opShuffle.")
        .Control("union", "message", &MessageEdits.Union, "A message without a name whose arguments are the receiver and the argument's arguments.")
        .Data("OperatorTable", vm => vm.World.Proto("OperatorTable"), "The operators for text compiled later.")
        // Evaluation
        .Control("doInContext", "target, [locals]", &MessageEvaluation.DoInContext, "Evaluates the chain.")
        .Control("argsEvaluatedIn", "context", &MessageEvaluation.ArgsEvaluatedIn, "A list of the arguments' values.")
        .Control("asMessageWithEvaluatedArgs", "[context]", &MessageEvaluation.WithEvaluatedArgs, "The message with its arguments replaced by their values.")
        .Eager("fromString", "text: Sequence", &MessageEvaluation.FromString, "The message tree of a text.")
        // Texts
        .Eager("code", "", &MessageEvaluation.Code, "Source text.")
        .Eager("asString", "", &MessageEvaluation.Code, "Source text.")
        .Eager("asSimpleString", "", &MessageEvaluation.AsSimpleString, "Source text in one line, cut.")
        .Eager("codeOfLength", "length: Number", &MessageEvaluation.CodeOfLength, "Source text in one line, cut.")
        .Eager("description", "", &MessageEvaluation.Description, "Name, file and line.")
        .Eager("asStackEntry", "", &MessageEvaluation.AsStackEntry, "File, line and name.");
}
