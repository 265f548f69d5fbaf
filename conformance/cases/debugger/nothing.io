# divergence: starting the Debugger does nothing; the reference waits for commands.
writeln(Debugger start type, " ", Debugger vmWillSendMessage type)
