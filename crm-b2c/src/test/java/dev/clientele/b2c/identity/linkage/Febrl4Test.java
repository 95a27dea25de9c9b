package dev.clientele.b2c.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.scoring.SharedFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** FEBRL 4 (Christen 2008, Febrl: A Freely Available Record Linkage System): 5,000 people and a corrupted copy of each. */
class Febrl4Test {
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

    private static LinkageSource source(String file) {
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

    private static double f1(LinkageResult result) {
        List<ScoredPair> matches = result.pairs(MatchDecision.MATCH);
        long right = matches.stream()
                .filter(pair -> pair.first()
                        .id()
                        .split("-", -1)[1]
                        .equals(pair.second().id().split("-", -1)[1]))
                .count();
        return 2.0 * right / (matches.size() + 5_000);
    }

    @Test
    void both_files_are_linked_without_labels_from_the_column_mapping_alone() {
        LinkageResult result = RecordLinker.link(
                ATTRIBUTES, List.of(source("dataset4a"), source("dataset4b")), LinkageSettings.of(LinkMode.LINK));

        assertThat(f1(result)).isGreaterThanOrEqualTo(0.999);
    }

    @Test
    void one_to_one_and_one_heap_of_both_files_reach_it_too() {
        List<LinkageSource> sources = List.of(source("dataset4a"), source("dataset4b"));

        assertThat(f1(RecordLinker.link(ATTRIBUTES, sources, LinkageSettings.of(LinkMode.LINK_ONE_TO_ONE))))
                .isGreaterThanOrEqualTo(0.999);
        assertThat(f1(RecordLinker.link(ATTRIBUTES, sources, LinkageSettings.of(LinkMode.DEDUPLICATE))))
                .isGreaterThanOrEqualTo(0.999);
    }
}
