using IoLab.Language;

namespace IoLab.Runtime.Core;

/// <summary>The names the runtime itself uses.</summary>
public sealed class Names(SymbolTable symbols)
{
    private readonly Dictionary<Symbol, Message> _asks = [];

    /// <summary>A shared message without arguments, for what built-ins ask of objects; opaque like the prelude.</summary>
    public Message Ask(Symbol name)
    {
        if (!_asks.TryGetValue(name, out var ask))
            _asks.Add(name, ask = new Message(name) { Label = IoLab.Runtime.Protos.Prelude.Label });
        return ask;
    }

    public readonly Symbol Self = symbols.Intern("self");
    public readonly Symbol Call = symbols.Intern("call");
    public readonly Symbol UpdateSlot = symbols.Intern("updateSlot");
    public readonly Symbol SetSlot = symbols.Intern("setSlot");
    public readonly Symbol SetSlotWithType = symbols.Intern("setSlotWithType");
    public readonly Symbol NewSlot = symbols.Intern("newSlot");
    public readonly Symbol Forward = symbols.Intern("forward");
    public readonly Symbol Type = symbols.Intern("type");
    public readonly Symbol Init = symbols.Intern("init");
    public readonly Symbol Activate = symbols.Intern("activate");
    public readonly Symbol AsBoolean = symbols.Intern("asBoolean");
    public readonly Symbol AsString = symbols.Intern("asString");
    public readonly Symbol AsSimpleString = symbols.Intern("asSimpleString");
    public readonly Symbol Print = symbols.Intern("print");
    public readonly Symbol Protos = symbols.Intern("protos");
    public readonly Symbol Error = symbols.Intern("error");
    public readonly Symbol Coroutine = symbols.Intern("coroutine");
    public readonly Symbol NestedException = symbols.Intern("nestedException");
    public readonly Symbol OriginalCall = symbols.Intern("originalCall");
    public readonly Symbol CaughtMessage = symbols.Intern("caughtMessage");
    public readonly Symbol Exception = symbols.Intern("exception");
    public readonly Symbol Result = symbols.Intern("result");
    public readonly Symbol ParentCoroutine = symbols.Intern("parentCoroutine");
    public readonly Symbol RunTarget = symbols.Intern("runTarget");
    public readonly Symbol RunLocals = symbols.Intern("runLocals");
    public readonly Symbol RunMessage = symbols.Intern("runMessage");
    public readonly Symbol WaitingCoroutines = symbols.Intern("waitingCoros");
    public readonly Symbol ActorQueue = symbols.Intern("actorQueue");
    public readonly Symbol ActorCoroutine = symbols.Intern("actorCoroutine");
    public readonly Symbol ActorProcessQueue = symbols.Intern("actorProcessQueue");
    public readonly Symbol IsDone = symbols.Intern("`isDone");
    public readonly Symbol Proxy = symbols.Intern("`proxy");
    public readonly Symbol Future = symbols.Intern("`future");
    public readonly Symbol Unnamed = symbols.Intern("[unnamed]");
    public readonly Symbol YieldingCoros = symbols.Intern("yieldingCoros");
    public readonly Symbol Timers = symbols.Intern("timers");
    public readonly Symbol HandlerStack = symbols.Intern("handlerStack");
    public readonly Symbol Operators = symbols.Intern("operators");
    public readonly Symbol AssignOperators = symbols.Intern("assignOperators");
    public readonly Symbol OperatorTable = symbols.Intern("OperatorTable");
    public readonly Symbol If = symbols.Intern("if");
    public readonly Symbol Empty = symbols.Intern("");
    public readonly Symbol Terminator = symbols.Intern(";");
    public readonly Symbol Nil = symbols.Intern("nil");
    public readonly Symbol Lobby = symbols.Intern("Lobby");
    public readonly Symbol Args = symbols.Intern("args");
    public readonly Symbol LaunchScript = symbols.Intern("launchScript");
    public readonly Symbol LaunchPath = symbols.Intern("launchPath");
}
