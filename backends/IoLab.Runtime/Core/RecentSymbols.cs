using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoLab.Language;

namespace IoLab.Runtime.Core;

/// <summary>
/// The symbols of short ASCII texts that were asked for lately, by their bytes: programs look keys up in maps with strings they have just cut out of others. Direct mapped, so
/// that it keeps few symbols alive.
/// </summary>
internal sealed class RecentSymbols
{
    private const int Bits = 11;
    private const int MaxLength = 15;
    private const ulong NotAscii = 0x8080_8080_8080_8080;

    private readonly Entry[] _entries = new Entry[1 << Bits];

    private struct Entry
    {
        public ulong Low, High;
        public Symbol? Symbol;
    }

    /// <summary>The place of a text; null when it is too long or no ASCII. It is the text's own when <see cref="Place.Symbol"/> is not null.</summary>
    /// <param name="text">One byte per character.</param>
    /// <param name="place">Where its symbol is, or is to be put.</param>
    public bool TryFind(ReadOnlySpan<byte> text, out Place place)
    {
        place = default;
        if (text.Length > MaxLength)
            return false;
        Pack(text, out var low, out var high);
        if (((low | high) & NotAscii) != 0)
            return false;
        // The length keeps texts apart that end in zeros.
        high |= (ulong)text.Length << 56;
        var hash = ((low * 0x9E37_79B9_7F4A_7C15) ^ (high * 0xC2B2_AE3D_27D4_EB4F)) >> (64 - Bits);
        place = new Place(this, (int)hash, low, high);
        return true;
    }

    private static void Pack(ReadOnlySpan<byte> text, out ulong low, out ulong high)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        var n = text.Length;
        high = 0;
        if (n >= 8)
        {
            low = Unsafe.ReadUnaligned<ulong>(ref first);
            high = n == 8 ? 0 : Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, n - 8)) >> (8 * (16 - n));
        }
        else if (n >= 4)
        {
            low = Unsafe.ReadUnaligned<uint>(ref first) | ((ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, n - 4)) << (8 * (n - 4)));
        }
        else
        {
            low = n == 0 ? 0 : first | ((ulong)Unsafe.Add(ref first, n / 2) << (8 * (n / 2))) | ((ulong)Unsafe.Add(ref first, n - 1) << (8 * (n - 1)));
        }
    }

    /// <summary>Where a text's symbol is kept.</summary>
    internal readonly struct Place(RecentSymbols owner, int index, ulong low, ulong high)
    {
        /// <summary>The text's symbol, or null when another one's is here, or none.</summary>
        public Symbol? Symbol
        {
            get
            {
                ref var entry = ref owner._entries[index];
                return entry.Low == low && entry.High == high ? entry.Symbol : null;
            }
        }

        /// <summary>Puts it here.</summary>
        public void Keep(Symbol symbol) => owner._entries[index] = new Entry { Low = low, High = high, Symbol = symbol };
    }
}
