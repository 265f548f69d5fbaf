# isLaunchScript asks whether the message stands in the launch script.
writeln(isLaunchScript, " ", doString("isLaunchScript"))
