using IoLab.Closure.Nodes;
using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Closure;

/// <summary>Turns message trees into nodes.</summary>
internal abstract class Compiler
{
    /// <summary>The body of a block.</summary>
    public abstract BlockCode CompileBlock(BlockPayload block, int version);

    /// <summary>The statement that starts at a message, in object code.</summary>
    public abstract Node CompileStatement(Message first, MessageCode code);

    /// <summary>The rest of a statement, its receiver in register 2, in object code.</summary>
    public abstract Node CompileRest(Message first);
}

/// <summary>Register code for block bodies, object code for everything evaluated in a given object.</summary>
internal sealed class Compiler<T>(Vm vm) : Compiler
    where T : IMode
{
    /// <summary>Arguments nested deeper, and statements longer, are compiled when reached: compilation never exhausts the host stack.</summary>
    private const int MaxNesting = 64;
    private const int MaxChain = 64;
    private const int MaxRegisters = 200;

    private static readonly Builtin And = Builtins.Find("Object", "and");
    private static readonly Builtin Or = Builtins.Find("false", "or");

    /// <summary>The registers of the body being compiled; null for object code.</summary>
    private sealed class Scope(Dictionary<Symbol, int> registers)
    {
        public Dictionary<Symbol, int> Registers { get; } = registers;
    }

    public override BlockCode CompileBlock(BlockPayload block, int version)
    {
        var registers = new Dictionary<Symbol, int>();
        var formals = new int[block.Formals.Length];
        for (var i = 0; i < formals.Length; i++)
        {
            registers.TryAdd(block.Formals[i], Node.FirstRegister + registers.Count);
            formals[i] = registers[block.Formals[i]];
        }
        var formalCount = registers.Count;
        LocalNames.Collect(vm, block.Body, registers);
        var usesObject = registers.Count > MaxRegisters || registers.ContainsKey(vm.Names.Self) || registers.ContainsKey(vm.Names.Call);
        if (usesObject)
        {
            foreach (var name in registers.Keys.Skip(formalCount).ToList())
                registers.Remove(name);
        }
        Node body;
        if (block.Body is null)
            body = new ConstantNode(vm.Nil);
        else if (usesObject)
            body = new ObjectBodyNode(block.Body);
        else
            body = Chain(block.Body, new Scope(registers), 0);
        return new BlockCode
        {
            Version = version, Body = body, Formals = block.Formals, Names = [.. registers.Keys], NameSet = [.. registers.Keys], FormalRegisters = formals,
            FormalCount = formalCount, UsesObject = usesObject, Constant = body as ConstantNode,
        };
    }

    public override Node CompileStatement(Message first, MessageCode code) => Statement(first, null, null, 0, out var next, code);

    public override Node CompileRest(Message first) => Part(first, new RegisterNode(Node.FirstRegister), null, 0, out _);

    private Node Chain(Message chain, Scope? scope, int nesting)
    {
        if (nesting > MaxNesting)
            return new DeferredNode(chain);
        if (scope is null)
            return chain.Next is null ? Statement(chain, null, null, nesting, out _, null) : ObjectChain(chain, nesting);
        var statements = new List<Node>();
        for (Message? m = chain; m is not null;)
        {
            if (m.IsTerminator)
            {
                m = m.Next;
                continue;
            }
            statements.Add(Statement(m, null, scope, nesting, out m, null));
        }
        return statements.Count switch
        {
            0 => new ConstantNode(vm.Nil),
            1 => statements[0],
            _ => new SequenceNode([.. statements]),
        };
    }

    private Node ObjectChain(Message chain, int nesting)
    {
        for (var m = chain; m is not null; m = m.Next)
        {
            if (m.IsTerminator)
                return SequenceOf(chain, nesting);
        }
        return Statement(chain, null, null, nesting, out _, null);
    }

    private Node SequenceOf(Message chain, int nesting)
    {
        var statements = new List<Node>();
        for (Message? m = chain; m is not null;)
        {
            if (m.IsTerminator)
                m = m.Next;
            else
                statements.Add(Statement(m, null, null, nesting, out m, null));
        }
        return statements.Count == 0 ? new ConstantNode(vm.Nil) : statements.Count == 1 ? statements[0] : new SequenceNode([.. statements]);
    }

    /// <summary>One statement; <paramref name="next"/> is the first message after it.</summary>
    private Node Statement(Message first, Node? receiver, Scope? scope, int nesting, out Message? next, MessageCode? code)
    {
        var node = Part(first, receiver, scope, nesting, out var m);
        while (m is { IsTerminator: false })
            m = m.Next;
        while (m is { IsTerminator: true })
            m = m.Next;
        next = m;
        if (code is not null)
            code.NextStatement = m;
        return node;
    }

    /// <summary>
    /// The first messages of a statement; what is left of a long one is compiled, again a part at a time, when it is reached. <paramref name="end"/> is the first message that
    /// has no node of its own: looking for the statement's end in every part would take time in the square of its length.
    /// </summary>
    private Node Part(Message first, Node? receiver, Scope? scope, int nesting, out Message? end)
    {
        var node = receiver;
        var length = 0;
        Message? m = first;
        for (; m is not null && !m.IsTerminator; m = m.Next)
        {
            if (++length > MaxChain && node is not null)
            {
                node = new RestOfChainNode(node, m, scope is not null ? Place.Registers : nesting > 0 ? Place.Argument : Place.Object);
                break;
            }
            if (m.Cached is CachedValue cached)
                node = node is null or RegisterNode or ConstantNode ? new ConstantNode(cached.Value) : new ThenNode(node, new ConstantNode(cached.Value));
            else
                node = Send(m, node, scope, nesting);
        }
        end = m;
        return node ?? new ConstantNode(vm.Nil);
    }

    private Node[] ArgumentsOf(Message m, Scope? scope, int nesting)
    {
        if (m.Arguments.Length == 0)
            return [];
        var nodes = new Node[m.Arguments.Length];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = Chain(m.Arguments[i], scope, nesting + 1);
        return nodes;
    }

    private Node Send(Message m, Node? receiver, Scope? scope, int nesting)
    {
        vm.Symbols.Keep(m.Name);
        var name = m.Name.Text;
        var place = scope is not null ? Place.Registers : nesting > 0 ? Place.Argument : Place.Object;
        // The bodies of method(...) and block(...) are compiled when they are called.
        var arguments = name is "method" or "block" && receiver is null ? [] : ArgumentsOf(m, scope, nesting);
        if (receiver is null && scope is not null)
        {
            var hasRegister = scope.Registers.TryGetValue(m.Name, out var register);
            if (ReferenceEquals(m.Name, vm.Names.UpdateSlot) && AssignedName(m) is { } updated && !scope.Registers.ContainsKey(updated))
            {
                Node general = hasRegister ? new LocalNode<T>(m, arguments, register) : new SendNode<T>(m, null, arguments, Place.Registers);
                return new UpdateNode<T>(m, arguments, updated, hasRegister ? register : -1, general);
            }
            if (hasRegister)
                return new LocalNode<T>(m, arguments, register);
            if (ReferenceEquals(m.Name, vm.Names.Self) && arguments.Length == 0)
                return new SelfNode<T>(m);
            if (ReferenceEquals(m.Name, vm.Names.Call))
                return new CallNode<T>(m);
            if (AssignedName(m) is { } local && scope.Registers.TryGetValue(local, out var assigned) && !scope.Registers.ContainsKey(m.Name))
            {
                var isUpdate = ReferenceEquals(m.Name, vm.Names.UpdateSlot);
                return new SetLocalNode<T>(m, arguments, assigned, local, isUpdate, mayDefine: !isUpdate || vm.Mutants.Has(Mutant.UpdateBeforeDefinition));
            }
        }
        if (AssignedName(m) is { } slot)
            return new SetSlotNode<T>(m, receiver, arguments, place, slot);
        if (receiver is not null && arguments.Length == 1 && Operator(name, m, receiver, arguments, place) is { } operation)
            return operation;
        if (receiver is CallNode<T> call && name == "evalArgAt" && arguments.Length == 1)
            return vm.Mutants.Has(Mutant.StaleLazyArgument) ? new StaleArgumentNode<T>(new CallEvalArgNode<T>(m, call, arguments)) : new CallEvalArgNode<T>(m, call, arguments);
        return name switch
        {
            "for" when vm.Mutants.Has(Mutant.ForOverrun) => new SendNode<T>(m, receiver, arguments, place),
            "at" when arguments.Length == 2 && vm.Mutants.Has(Mutant.EagerDefault) => new ThenNode(arguments[1], new AtNode<T>(m, receiver, arguments, place)),
            "list" when vm.Mutants.Has(Mutant.SharedListLiteral) && arguments is [ConstantNode, ..] && Array.TrueForAll(arguments, a => a is ConstantNode) =>
                new SharedListNode<T>(m, receiver, arguments, place),
            "if" => new IfNode<T>(m, receiver, arguments, place),
            "while" => new WhileNode<T>(m, receiver, arguments, place),
            "loop" => new LoopNode<T>(m, receiver, arguments, place),
            "for" => new ForNode<T>(m, receiver, arguments, place, LoopRegister(m, scope)),
            "repeat" => new RepeatNode<T>(m, receiver, arguments, place, arguments.Length > 1 ? LoopRegister(m, scope) : -1),
            "foreach" => new ForeachNode<T>(
                m, receiver, arguments, place, LoopRegister(m, scope, 0), LoopRegister(m, scope, arguments.Length > 2 ? 1 : 0)),
            "try" => new TryNode<T>(m, receiver, arguments, place),
            "and" => new AndNode<T>(m, receiver, arguments, place, And),
            "or" => new AndNode<T>(m, receiver, arguments, place, Or),
            "" when arguments.Length == 1 => new GroupNode<T>(m, receiver, arguments, place),
            "call" when receiver is not null => new BlockCallNode<T>(m, receiver, arguments, place),
            "list" => new ListNode<T>(m, receiver, arguments, place),
            "at" when arguments.Length is 1 or 2 => new AtNode<T>(m, receiver, arguments, place),
            "atPut" when arguments.Length == 2 => new AtPutNode<T>(m, receiver, arguments, place),
            "append" when arguments.Length == 1 => new AppendNode<T>(m, receiver, arguments, place),
            "size" when arguments.Length == 0 => new SizeNode<T>(m, receiver, arguments, place),
            "clone" when arguments.Length == 0 => new CloneNode<T>(m, receiver, arguments, place),
            _ when receiver is null => new ImplicitSendNode<T>(m, arguments, place),
            _ => new SendNode<T>(m, receiver, arguments, place),
        };
    }

    private static int LoopRegister(Message m, Scope? scope, int argument = 0) =>
        scope is not null && argument < m.Arguments.Length && scope.Registers.TryGetValue(m.Arguments[argument].Name, out var register) ? register : -1;

    /// <summary>The literal name a setSlot or updateSlot writes, or null.</summary>
    private Symbol? AssignedName(Message m)
    {
        if (m.Arguments.Length != 2 || (!ReferenceEquals(m.Name, vm.Names.SetSlot) && !ReferenceEquals(m.Name, vm.Names.UpdateSlot)))
            return null;
        var name = m.Arguments[0];
        if (name.Next is not null || name.Cached is not CachedValue { Value: { Ref.Payload: Seq seq } })
            return null;
        var symbol = vm.SymbolOf(seq);
        vm.Symbols.Keep(symbol);
        return symbol;
    }

    private Node? Operator(string name, Message m, Node receiver, Node[] arguments, Place place) => name switch
    {
        "%" when vm.Mutants.Has(Mutant.FlooredRemainder) => new ArithmeticNode<T, FlooredRemainder>(m, receiver, arguments, place),
        ">=" when vm.Mutants.Has(Mutant.IntegerComparison) && arguments[0] is ConstantNode { Value: { Ref: null, Num: var n } } && n == Math.Floor(n) =>
            new ComparisonNode<T, Greater>(m, receiver, [new ConstantNode(n - 1)], place),
        "+" => new ArithmeticNode<T, Add>(m, receiver, arguments, place),
        "-" => new ArithmeticNode<T, Subtract>(m, receiver, arguments, place),
        "*" => new ArithmeticNode<T, Multiply>(m, receiver, arguments, place),
        "/" => new ArithmeticNode<T, Divide>(m, receiver, arguments, place),
        "%" => new ArithmeticNode<T, Remainder>(m, receiver, arguments, place),
        "<" => new ComparisonNode<T, Less>(m, receiver, arguments, place),
        "<=" => new ComparisonNode<T, LessOrEqual>(m, receiver, arguments, place),
        ">" => new ComparisonNode<T, Greater>(m, receiver, arguments, place),
        ">=" => new ComparisonNode<T, GreaterOrEqual>(m, receiver, arguments, place),
        "==" => new ComparisonNode<T, Equal>(m, receiver, arguments, place),
        "!=" => new ComparisonNode<T, NotEqual>(m, receiver, arguments, place),
        _ => null,
    };
}
