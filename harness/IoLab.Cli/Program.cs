System.Console.WriteLine("iolab");
