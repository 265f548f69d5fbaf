global using NUnit.Framework;
global using Outcome = IoLab.Contract.Outcome;

[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
