package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.scoring.SharedFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FEBRL 4 (Christen 2008, Febrl: A Freely Available Record Linkage System): 5,000 people and a corrupted copy of each. */
public final class Febrl4 {

    /** The columns, as they are mapped. */
    public static final List<RecordAttribute> ATTRIBUTES = List.of(
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

    private Febrl4() {}

    /** Reads a file of the shared folder. */
    public static LinkageSource source(String file) {
        List<LinkageRecord> records = new ArrayList<>();
        List<String> lines = SharedFolder.lines("data/febrl4/" + file + ".csv");
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isBlank()) {
                String[] cells = line.split(",", -1);
                List<@Nullable String> values = new ArrayList<>();
                Arrays.stream(cells, 1, cells.length).map(String::strip).forEach(values::add);
                records.add(new LinkageRecord(cells[0].strip(), values));
            }
        }
        return new LinkageSource(file, records);
    }

    /** Returns the records of a file as a system says them, in a list that may be put in another order. */
    public static List<SourceRecord> records(LinkageSource source) {
        List<SourceRecord> records = new ArrayList<>();
        for (LinkageRecord each : source.records()) {
            SourceRecord record = SourceRecord.of(source.name(), each.id());
            for (int i = 0; i < ATTRIBUTES.size(); i++) {
                String value = each.values().get(i);
                record = value == null
                        ? record
                        : record.attribute(ATTRIBUTES.get(i).name(), value);
            }
            records.add(record);
        }
        return records;
    }
}
