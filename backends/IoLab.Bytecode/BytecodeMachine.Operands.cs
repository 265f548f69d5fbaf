using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Bytecode;

/// <summary>How the loop reads code, and its quick ways where several instructions have the same.</summary>
internal sealed partial class BytecodeMachine
{
    // Operands are read as bytes where they are used: the word, read once, would have to be kept in memory over all that some instruction may call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Op(ref uint ip) => Unsafe.As<uint, byte>(ref ip);

    /// <summary>Quickens an instruction: another one with the same operands takes its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Become(ref uint ip, Opcode opcode) => Unsafe.As<uint, byte>(ref ip) = (byte)opcode;

    /// <summary>Quickens a SendImplicit.</summary>
    private static void BecomeCallOfSelf(ref uint ip)
    {
        Become(ref ip, Opcode.CallImplicit);
        Unsafe.Add(ref Unsafe.As<uint, byte>(ref ip), 2) = Code.SelfRegister;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int A(ref uint ip) => Unsafe.Add(ref Unsafe.As<uint, byte>(ref ip), 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int B(ref uint ip) => Unsafe.Add(ref Unsafe.As<uint, byte>(ref ip), 2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int C(ref uint ip) => Unsafe.Add(ref Unsafe.As<uint, byte>(ref ip), 3);

    /// <summary>The instruction at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref uint At(Code code, uint place) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(code.Words), place);

    /// <summary>The place of an instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(Code code, ref uint ip) => (int)Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(code.Words), ref ip) >> 2;

    /// <summary>A record that is known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Record RecordAt(Strand strand, int depth) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(strand.Records), depth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Record Newest(Strand strand) => ref strand.Records[strand.Depth];

    /// <summary>Leaves in the record where it is, and answers its number: what comes may call, raise or suspend.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Save(Strand strand, Code code, ref uint ip)
    {
        var depth = strand.Depth;
        strand.Records[depth].Pc = PlaceOf(code, ref ip);
        return depth;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Site SiteAt(Code code, uint index) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(code.Sites), index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref OwnRead OwnReadAt(Code code, uint index) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(code.OwnReads), index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Value ConstantAt(Code code, uint index) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(code.Constants), index);

    private static InvalidOperationException NoInstruction(uint word) => new($"no instruction: {word:x8}");

    /// <summary>A value whose parts can be written one by one.</summary>
    private struct Cell
    {
        public IoObject? Ref;
        public double Num;
    }

    /// <summary>
    /// Writes a register. Storing a reference costs a write barrier, and a register mostly holds what it held the last time round: then nothing is stored. The number that a
    /// reference leaves beside it means nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(ref Value place, in Value value)
    {
        if (value.Ref is null)
        {
            Unsafe.As<Value, Cell>(ref place).Ref = null;
            Unsafe.As<Value, Cell>(ref place).Num = value.Num;
        }
        else if (!ReferenceEquals(place.Ref, value.Ref))
        {
            Unsafe.As<Value, Cell>(ref place).Ref = value.Ref;
        }
    }

    /// <summary>Writes an object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(ref Value place, IoObject o)
    {
        if (!ReferenceEquals(place.Ref, o))
            Unsafe.As<Value, Cell>(ref place).Ref = o;
    }

    /// <summary>Writes a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(ref Value place, double number)
    {
        Unsafe.As<Value, Cell>(ref place).Ref = null;
        Unsafe.As<Value, Cell>(ref place).Num = number;
    }

    /// <summary>Is it a value that is passed on as it is?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain(in Value value) => value.Ref is not { } o || (o.Flags & ObjectFlags.SlowRead) == 0;

    /// <summary>Has a loop over numbers passed its bound?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsOver(double index, double bound, double step) => step > 0 ? index > bound : step < 0 && index < bound;

    /// <summary>The entry of a cache that is for a receiver, when it certainly holds; else a null reference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref InlineEntry EntryFor(Site site, in Value receiver, EpochClock clock)
    {
        ref var entry = ref site.Newest;
        if (entry.IsFor(receiver, clock))
            return ref entry;
        entry = ref site.Older;
        if (entry.IsFor(receiver, clock))
            return ref entry;
        if (site.Others is { } others)
            return ref Site.OtherFor(others, receiver, clock);
        return ref Unsafe.NullRef<InlineEntry>();
    }

    /// <summary>Answers the plain value of a slot that an entry, which is for the receiver, has found. False: it has found something else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool ReadsSlot(in InlineEntry entry, in Value receiver, ref Value place)
    {
        IoObject holder;
        if (entry.Kind == FoundKind.OwnSlot)
            holder = receiver.Ref!;
        else if (entry.Kind == FoundKind.HolderSlot)
            holder = entry.Holder!;
        else
            return false;
        ref var slot = ref SlotAt(holder, entry.Index);
        if (slot.Ref is not null && (slot.Ref.Flags & ObjectFlags.SlowRead) != 0)
            return false;
        Put(ref place, slot);
        return true;
    }

    /// <summary>Answers the value of a method that is nothing but a literal, and was so before. False: it is another thing that an entry has found.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ReadsLiteral(in InlineEntry entry, in Value receiver, ref Value place)
    {
        if (entry.Target is not { IsLiteral: true } target || (entry.Kind == FoundKind.OwnMethod && !ReferenceEquals(receiver.Ref, entry.Holder)) || CodeOf(target.Block!) is not { IsLiteral: true } code)
            return false;
        Put(ref place, code.Literal);
        return true;
    }

    /// <summary>A slot that the object's shape has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Value SlotAt(IoObject o, int index) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(o.Slots), index);

    /// <summary>May the cached callee be called with the arguments in place, so that only its token has to be left?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayBegin(in InlineEntry entry, in Value receiver) =>
        entry.FitsArguments && (entry.Kind == FoundKind.Method || (entry.Kind == FoundKind.OwnMethod ? ReferenceEquals(receiver.Ref, entry.Holder) : MayCall(entry.Found!, receiver)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool MayCall(Found found, in Value receiver) => found.Kind switch
    {
        FoundKind.Method => true,
        FoundKind.OwnMethod => found.IsOwnOf(receiver),
        FoundKind.Eager => Invoke.IsReceiver(found.Target!.Builtin!, receiver),
        _ => false,
    };

    /// <summary>The callee for a receiver that neither of the two newest entries is for, the arguments being in place. Null: no entry tells, or it is not called at once.</summary>
    private CallTarget? OtherCallee(Site site, in Value receiver)
    {
        if (site.FindPlain(receiver, _numberShape) is not { FitsArguments: true } found || !MayCall(found, receiver))
            return null;
        _hits++;
        return found.Target;
    }

    /// <summary>The same for a message without receiver; who answers it, self or in a block what is behind its scopes, goes to <paramref name="place"/>.</summary>
    private CallTarget? OtherImplicitCallee(Site site, ref Value window, ref Value place)
    {
        if (site.First is not { Scopes: not null })
        {
            ref var self = ref Unsafe.Add(ref window, Code.SelfRegister);
            var callee = OtherCallee(site, self);
            if (callee is not null)
                Put(ref place, self);
            return callee;
        }
        var answers = default(Value);
        if (FindScoped(site, ref window, ref answers) is not { FitsArguments: true } found || !MayCall(found, answers))
            return null;
        _hits++;
        Put(ref place, answers);
        return found.Target;
    }

    /// <summary>
    /// Of a message without receiver that neither of the two newest entries is for: as <see cref="Site.Other"/>, or the entry for what answers behind a block's scopes. What answers goes to
    /// <paramref name="place"/>. Null: no entry tells.
    /// </summary>
    private Found? FindImplicit(Site site, ref Value window, ref Value place)
    {
        if (site.First is not { } first)
            return null;
        if (first.Scopes is not null)
        {
            var scoped = FindScoped(site, ref window, ref place);
            return scoped is not null && scoped.Reads(place.Ref, ref place) ? Site.HasRead : scoped;
        }
        Put(ref place, Unsafe.Add(ref window, Code.SelfRegister));
        return site.Other(ref place, _numberShape);
    }

    /// <summary>
    /// Of a message without receiver in a block: the entry for what answers behind the scopes that pass the message on, which goes to <paramref name="place"/>. Null: no entry tells, or others
    /// may answer before.
    /// </summary>
    private Found? FindScoped(Site site, ref Value window, ref Value place)
    {
        var name = site.Name;
        if ((window.Ref is { } made && !ReferenceEquals(made.Shape.Protos, Vm.World.LocalsRoot.Protos)) || ReferenceEquals(name, Vm.Names.Call) || ReferenceEquals(name, Vm.Names.Self)
            || ReferenceEquals(name, Vm.Names.UpdateSlot) || name.IsDynamicLocal)
            return null;
        var receiver = Unsafe.Add(ref window, Code.SelfRegister);
        if (site.Find(ref receiver, _numberShape) is not { } found)
            return null;
        place = receiver;
        return found;
    }

    /// <summary>
    /// Answers the plain value of a slot for a receiver that the newest entry is not for. What is found is remembered, a method too, so that it is looked up once; nothing is called.
    /// </summary>
    private bool FindsSlot(Site site, in Value receiver, bool isImplicit, ref Value window, ref Value place)
    {
        var o = receiver.Ref is null ? Vm.World.Number : receiver.Ref;
        if (isImplicit && site.First is { Scopes: not null })
        {
            var answers = default(Value);
            if (FindScoped(site, ref window, ref answers) is not { } scoped || !scoped.Reads(answers.Ref, ref place))
                return false;
            _hits++;
            return true;
        }
        if (site.FindPlain(receiver, _numberShape) is not { } found)
        {
            if (site.OnLocalsEpoch == site.Name.Epoch || (o.Flags & ObjectFlags.Locals) != 0 || (receiver.Ref is null && Vm.World.HasNumberSlots))
                return false;
            if (isImplicit && (window.Ref is not null || site.Name.IsDynamicLocal))
                return false;
            _misses++;
            // Without a receiver the locals answer first.
            if (isImplicit && (Vm.Lookup.TryFind(Vm.World.Locals, site.Name, out _)
                || !Vm.Lookup.TryFind(Vm.World.Locals, Vm.Names.Forward, out var forward) || forward.Raw.PayloadAs<CFunctionPayload>()?.Builtin != Builtins.LocalsForward))
            {
                site.OnLocalsEpoch = site.Name.Epoch;
                return false;
            }
            if (!Vm.Lookup.TryFind(o, site.Name, out var location))
                return false;
            found = site.Describe(o, null, location, isOnLocals: false);
            site.Add(found);
        }
        else
        {
            _hits++;
        }
        return found.Reads(o, ref place);
    }

    /// <summary>Shapes whose objects inherit Object's == (or !=, in the second half), and the epoch at which they do.</summary>
    private readonly (Shape? Shape, int Epoch)[] _comparable = new (Shape?, int)[2 * ComparableShapes];
    private const int ComparableShapes = 32;

    /// <summary>Do operands that are not both numbers hold by Object's == or !=? 1: yes; 0: no; -1: the left one must be asked.</summary>
    private int Compare(Opcode operation, in Value left, in Value right)
    {
        if (!IsPlain(left) || !IsPlain(right))
            return -1;
        var isEqual = operation == Opcode.Equal;
        var name = isEqual ? _equal : _notEqual;
        var shape = left.Ref is { } o ? o.Shape : _numberShape;
        ref var known = ref _comparable[(shape.Id & (ComparableShapes - 1)) + (isEqual ? 0 : ComparableShapes)];
        if ((!ReferenceEquals(known.Shape, shape) || known.Epoch != name.Epoch) && !LearnComparable(ref known, left, name, isEqual ? ObjectEqual : ObjectNotEqual))
            return -1;
        if (left.Ref is { Payload: var payload } same)
        {
            if (payload is not Seq text)
            {
                if (right.Is(same))
                    return isEqual ? 1 : 0;
            }
            else if (right.Ref is { Payload: Seq other })
            {
                return text.ContentEquals(other) == isEqual ? 1 : 0;
            }
        }
        return Runtime.Protos.Object.Identity.AreEqual(Vm, left, right) == isEqual ? 1 : 0;
    }

    private bool LearnComparable(ref (Shape? Shape, int Epoch) known, Value left, Symbol name, Builtin builtin)
    {
        var start = Vm.LookupStart(left);
        if ((left.Ref is null && Vm.World.HasNumberSlots) || !Vm.Lookup.TryFind(start, name, out var found) || (left.Ref is not null && ReferenceEquals(found.Holder, start))
            || !ReferenceEquals(found.Raw.PayloadAs<CFunctionPayload>()?.Builtin, builtin) || !IsActivatable(found.Raw))
            return false;
        known = (start.Shape, name.Epoch);
        return true;
    }

    /// <summary>Does a local called updateSlot hold nothing, or the built-in?</summary>
    private static bool IsLocalsUpdate(in Value setter) => setter.Is(Sentinels.Absent) || setter.Is(Sentinels.Moved) || setter.PayloadAs<CFunctionPayload>()?.Builtin == LocalsUpdate;

    private void Judge(ref Value answer) => answer = Vm.Bool(Runtime.Protos.Object.ControlFlow.Judge(Vm, answer));

    /// <summary>Is an object judged as one that knows nothing of asBoolean? Its shape remembers it while that holds. Null: it must be asked.</summary>
    private bool? Truth(Value test)
    {
        var truth = Runtime.Protos.Object.ControlFlow.Truth(Vm, test);
        // A plain value in an ancestor's slot may change without notice; a built-in, or that there is none, may not.
        if (truth == true && test.Ref is { } o && (o.Flags & ObjectFlags.SlowRead) == 0 && o.Shape.IndexOf(_asBoolean) < 0
            && (!Vm.TryGetSlot(test, _asBoolean, out var slot) || slot.PayloadAs<CFunctionPayload>() is not null))
        {
            o.Shape.TrueEpoch = _asBoolean.Epoch;
        }
        return truth;
    }

    private Value Calculate(Opcode operation, double x, double y) => operation switch
    {
        Opcode.Add => new Value(x + y),
        Opcode.Subtract => new Value(x - y),
        Opcode.Multiply => new Value(x * y),
        Opcode.Divide => new Value(x / y),
        Opcode.Remainder => new Value(Remainder(x, y)),
        _ => Holds(operation, x, y) ? _true : _false,
    };

    private static bool Holds(Opcode operation, double x, double y) => operation switch
    {
        Opcode.Less => x < y,
        Opcode.LessOrEqual => x <= y,
        Opcode.Greater => x > y,
        Opcode.GreaterOrEqual => x >= y,
        Opcode.Equal => x == y,
        _ => x != y,
    };

    private static double Remainder(double a, double b)
    {
        // Integral operands of one sign, the common case, without the C library's fmod.
        if (a >= 0 && b > 0 && a <= 9007199254740992.0 && b <= 9007199254740992.0)
        {
            var x = (long)a;
            var y = (long)b;
            if (x == a && y == b)
                return x == 0 ? a : x % y; // Zero keeps its sign.
        }
        return a % b;
    }
}
