# needs: files
# DirectoryCollector, also named TestSuite, runs the files of a directory whose names end with Test.io.
Directory with("suite") create
File with("suite/ATest.io") openForUpdating write("ATest := UnitTest clone do(testOne := method(nil))\n") close
File with("suite/BTest.io") openForUpdating write("B := UnitTest clone do(testTwo := method(nil))\nnil\n") close
File with("suite/other.io") openForUpdating write("Other := UnitTest clone do(testThree := method(nil))\n") close
TestSuite isIdenticalTo(DirectoryCollector) println
c := DirectoryCollector with("suite")
c path println
c testFiles map(name) sort println
tests := c prepare
tests keys sort foreach(name, writeln(name, ": ", tests at(name)))
(DirectoryCollector path == System launchPath) println
c setPath("elsewhere") path println
