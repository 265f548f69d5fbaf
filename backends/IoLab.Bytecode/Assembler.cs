using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>A place in code that jumps may name before it is known.</summary>
internal sealed class Label
{
    /// <summary>The place; -1: not yet known.</summary>
    public int Pc { get; set; } = -1;
    /// <summary>The words that name it.</summary>
    public List<int> Uses { get; } = [];
    /// <summary>Who else wants to know it.</summary>
    public List<Action<int>> Listeners { get; } = [];
}

/// <summary>Collects the words, constants and sites of one piece of code.</summary>
internal sealed class Assembler
{
    private readonly List<uint> _words = [];
    private readonly List<Value> _constants = [];
    private readonly List<Site> _sites = [];
    private readonly Dictionary<Site, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<(Message? Source, Action Emit)> _later = new();
    private readonly List<int> _places = [];
    private readonly List<Message?> _sources = [];
    private int _instruction;

    /// <summary>The message that is being compiled.</summary>
    public Message? Source { get; set; }

    /// <summary>The next word's place.</summary>
    public int Pc => _words.Count;

    /// <summary>The highest register used so far.</summary>
    public int Highest { get; private set; } = Code.SelfRegister;

    /// <summary>The words.</summary>
    public uint[] Words => [.. _words];
    /// <summary>The constants.</summary>
    public Value[] Constants => [.. _constants];
    /// <summary>The sites.</summary>
    public Site[] Sites => [.. _sites];
    /// <summary>Which message each instruction was made from.</summary>
    public SourceMap Map => new([.. _places], [.. _sources]);

    /// <summary>Notes that a register is used.</summary>
    public void Use(int register) => Highest = Math.Max(Highest, register);

    /// <summary>An instruction's first word.</summary>
    public void Emit(Opcode code, int a = 0, int b = 0, int c = 0)
    {
        Use(a);
        if (code is Opcode.Begin or Opcode.BeginImplicit or Opcode.BeginLocal or Opcode.BeginNumber or Opcode.Send or Opcode.SendLocal or Opcode.SendImplicit
            or Opcode.SendGeneric or Opcode.GetLocal or Opcode.GetOuter or Opcode.GetSelf)
            Use(a + 2);
        _instruction = _words.Count;
        Tell(Source);
        _words.Add((uint)code | (uint)a << 8 | (uint)b << 16 | (uint)c << 24);
    }

    /// <summary>Notes the message of the instruction that was begun last.</summary>
    private void Tell(Message? source)
    {
        if (_places.Count > 0 && _places[^1] == _instruction)
        {
            _sources[^1] = source;
            return;
        }
        if (_sources.Count > 0 && ReferenceEquals(_sources[^1], source))
            return;
        _places.Add(_instruction);
        _sources.Add(source);
    }

    /// <summary>A register that is a word of its own.</summary>
    public void Register(int register) => _words.Add((uint)register);

    /// <summary>A constant operand.</summary>
    public void Constant(Value value)
    {
        _words.Add((uint)_constants.Count);
        _constants.Add(value);
    }

    /// <summary>A jump operand.</summary>
    public void Jump(Label label)
    {
        if (label.Pc < 0)
            label.Uses.Add(_words.Count);
        _words.Add((uint)Math.Max(label.Pc, 0));
    }

    /// <summary>A site operand. A site that several instructions share has one number: what the loop keeps of it in the code is theirs together.</summary>
    public void Place(Site site)
    {
        Tell(site.Message);
        if (_numbers.TryAdd(site, _sites.Count))
            _sites.Add(site);
        _words.Add((uint)_numbers[site]);
    }

    /// <summary>A label is here.</summary>
    public void Mark(Label label)
    {
        label.Pc = _words.Count;
        foreach (var use in label.Uses)
            _words[use] = (uint)label.Pc;
        foreach (var listener in label.Listeners)
            listener(label.Pc);
    }

    /// <summary>Tells somebody a label's place once it is known.</summary>
    public static void Tell(Label label, Action<int> listener)
    {
        if (label.Pc >= 0)
            listener(label.Pc);
        else
            label.Listeners.Add(listener);
    }

    private const int MostJumps = 8;

    /// <summary>Jumps to another jump, or to a return, do what is there themselves. Behind such a return comes another one, in the place of the jump's second word, which nothing reaches.</summary>
    public void ShortenJumps()
    {
        for (var pc = 0; pc < _words.Count; pc += Opcodes.Of(_words[pc])!.Words)
        {
            for (var turn = 0; turn < MostJumps && OpcodeAt(pc) == Opcode.Jump; turn++)
            {
                var to = (int)_words[pc + 1];
                if (OpcodeAt(to) is Opcode.Jump or Opcode.Back)
                    (_words[pc], _words[pc + 1]) = (_words[to], _words[to + 1]);
                else if (OpcodeAt(to) == Opcode.Return)
                    _words[pc] = _words[pc + 1] = _words[to];
                else
                    break;
            }
        }
    }

    private Opcode OpcodeAt(int pc) => (Opcode)(_words[pc] & 255);

    /// <summary>Code for what is rare, put behind everything else.</summary>
    public void Later(Action emit) => _later.Enqueue((Source, emit));

    /// <summary>Emits what was put off.</summary>
    public void EmitLater()
    {
        while (_later.TryDequeue(out var later))
        {
            Source = later.Source;
            later.Emit();
        }
    }
}
