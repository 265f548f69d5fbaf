using System.Text.RegularExpressions;

namespace IoLab.Dummy;

/// <summary>Speaks the benchmark driver's protocol, as an Io VM would by running the driver.</summary>
/// <remarks>
/// Argument: <c>ns=100 result=ok</c> gives 100 ns per iteration; <c>hang=5</c>, <c>raise=5</c> or <c>crash=5</c> misbehaves when n is 5;
/// <c>result=double</c> answers n*2; <c>setup=raise</c> fails before it is ready; <c>noise</c> prints on the side.
/// </remarks>
internal static partial class Bench
{
    /// <summary>Answers every n of standard input.</summary>
    public static int? Run(Call call)
    {
        string token = TokenOf().Match(call.Source).Groups[1].Value;
        var options = call.Argument.Split(' ').Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair.ElementAtOrDefault(1) ?? "");
        if (options.GetValueOrDefault("setup") == "raise") return Verbs.Find("raise")!(call with { Argument = "Exception no setup" });

        int samples = 0;
        Console.WriteLine($"\n{token} ready");
        while (Console.ReadLine() is { } n)
        {
            if (options.GetValueOrDefault("hang") == n) Thread.Sleep(Timeout.Infinite);
            if (options.GetValueOrDefault("raise") == n) return Verbs.Find("raise")!(call with { Argument = "Exception at n" });
            if (options.GetValueOrDefault("crash") == n) return Verbs.Find("signal")!(call with { Argument = "11" });
            if (options.ContainsKey("noise")) Console.WriteLine("noise from the guest");
            string result = options.GetValueOrDefault("result") ?? "";
            if (result == "double") result = $"{2 * long.Parse(n)}";
            if (result == "count") result = $"{++samples}";
            long elapsed = long.Parse(options.GetValueOrDefault("ns") ?? "1") * long.Parse(n);
            Console.WriteLine($"\n{token} sample {elapsed}\n{result}\n{token} end");
        }

        return 0;
    }

    [GeneratedRegex("call\\(\"(iolab-[0-9a-f]+)\"\\)")]
    private static partial Regex TokenOf();
}
