using System.Security.Cryptography;
using System.Text;

namespace IoLab.Differential.Reduction.Search;

/// <summary>What a text is remembered by: 128 bits of its SHA-256.</summary>
internal static class TextKey
{
    /// <summary>The key of a text, as hexadecimal digits.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
