package dev.clientele.examples.benchmarks.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.linkage.LinkageRecord;
import dev.clientele.b2c.identity.linkage.LinkageSource;
import dev.clientele.b2c.identity.linkage.RecordAttribute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** FEBRL 4 (Christen 2008): 5,000 people and a corrupted copy of each, in two files. */
final class FebrlFiles {

    private static final List<RecordAttribute> ATTRIBUTES = List.of(
            new RecordAttribute("given_name", AttributeKind.GIVEN),
            new RecordAttribute("surname", AttributeKind.FAMILY),
            new RecordAttribute("street_number", AttributeKind.HOUSE_NUMBER),
            new RecordAttribute("address_1", AttributeKind.STREET),
            new RecordAttribute("address_2", AttributeKind.TEXT),
            new RecordAttribute("suburb", AttributeKind.CITY),
            new RecordAttribute("postcode", AttributeKind.POSTCODE),
            new RecordAttribute("state", AttributeKind.REGION),
            new RecordAttribute("date_of_birth", AttributeKind.BIRTHDATE),
            new RecordAttribute("soc_sec_id", AttributeKind.IDENTIFIER));

    private FebrlFiles() {}

    static LinkedPeople read(Path folder) {
        return new LinkedPeople(
                ATTRIBUTES,
                List.of(file(folder, "dataset4a"), file(folder, "dataset4b")),
                id -> id.substring(4, id.indexOf('-', 4)));
    }

    private static LinkageSource file(Path folder, String name) {
        try {
            List<LinkageRecord> records = Files.readAllLines(folder.resolve(name + ".csv")).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\\s*,\\s*", -1))
                    .map(cells ->
                            new LinkageRecord(cells[0], Arrays.asList(cells).subList(1, cells.length)))
                    .toList();
            return new LinkageSource(name, records);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
