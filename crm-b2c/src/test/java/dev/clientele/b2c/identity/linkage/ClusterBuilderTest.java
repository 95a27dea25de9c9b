package dev.clientele.b2c.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterBuilderTest {

    private static LinkageRecord record(String id, String... values) {
        return new LinkageRecord(id, Arrays.asList(values));
    }

    @Test
    void a_chain_of_people_who_contradict_each_other_does_not_become_one() {
        List<LinkageRecord> records = new ArrayList<>(
                new SyntheticPeople(21).withDuplicates("shop", 500, 2).records());
        List<String> names = List.of("quoxan", "wyrpel", "zutfik", "jebbov", "exhalm", "vintyg", "kryssa");
        for (int link = 0; link < 12; link++) {
            // each shares its family name and birthdate with the one before and its given name and street with the next
            int past = link / 2;
            int next = (link + 1) / 2;
            records.add(record(
                    "chain" + link + "-0",
                    names.get(next),
                    names.get(names.size() - 1 - past) + "son",
                    1930 + 7 * past + "-0%d-1%d".formatted(1 + past, past),
                    10 + 17 * next + " " + names.get(next) + " road",
                    null,
                    null));
        }
        LinkageResult result = RecordLinker.link(
                SyntheticPeople.ATTRIBUTES,
                List.of(new LinkageSource("shop", records)),
                LinkageSettings.of(LinkMode.DEDUPLICATE));

        assertThat(result.clusters()).allMatch(cluster -> cluster.records().size() <= 3);
    }
}
