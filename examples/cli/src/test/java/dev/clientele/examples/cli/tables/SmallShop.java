package dev.clientele.examples.cli.tables;

import dev.clientele.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file that one can count through by hand. */
final class SmallShop {

    private static final List<String> ROWS = List.of(
            "who,when,paid,receipt,what",
            "ann,2024-01-05,10.00,r1,tea",
            "ann,2024-01-05,4.00,r1,milk",
            "ann,2024-02-04,20.00,r4,tea",
            "ann,2024-03-05,30.00,r7,coffee",
            "bob,2024-01-20,5.00,r2,tea",
            "bob,2024-01-20,5.00,r2,milk",
            "bob,2024-03-20,5.00,r8,tea",
            "cyd,2024-02-10,100.00,r5,tea",
            "cyd,2024-02-10,50.00,r5,milk",
            "dan,2024-02-11,7.00,r6,coffee",
            "dan,2024-02-12,-7.00,r9,coffee",
            "eve,2024-01-31,0.00,r3,sample");

    private final Path file;

    SmallShop(Path folder) throws IOException {
        file = Files.write(folder.resolve("small.csv"), ROWS);
    }

    Run run(String command, String... more) {
        return Run.of(Stream.concat(
                        Stream.of(
                                command,
                                "--transactions",
                                file.toString(),
                                "--customer",
                                "who",
                                "--date",
                                "when",
                                "--amount",
                                "paid"),
                        Stream.of(more))
                .toArray(String[]::new));
    }
}
