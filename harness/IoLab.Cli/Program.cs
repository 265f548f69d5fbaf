using IoLab.Cli;
using IoLab.Cli.Host;

using var interruption = new Interruption();
using CliHost host = CliHost.OfProcess(interruption);
return await new Application(new CliContext(host, OwnBackends.Table, OwnBackends.Default) { HostedBackends = OwnBackends.Hosted }).RunAsync(args, interruption.Token);
