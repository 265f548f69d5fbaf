using IoLab.Resumer;

// Continues a serialised computation in a process of its own: resumer MACHINE REIFY-EVERY STATE-FILE
var host = new MachineHost(args[0], int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture));
var value = host.Continue(File.ReadAllBytes(args[2]));
Console.Write(host.Output);
if (!value.IsUnwind)
    return 0;
Console.Error.WriteLine(host.Error);
return 70;
