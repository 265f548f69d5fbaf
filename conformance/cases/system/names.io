# Names and numbers of the system in their kinds.
writeln(System version, " ", System iospecVersion)
writeln(System platform type, System platformVersion type, System thisProcessPid type, System activeCpus type, System errorNumber type)
writeln(System launchScript type, " ", System launchPath type, " ", System type)
