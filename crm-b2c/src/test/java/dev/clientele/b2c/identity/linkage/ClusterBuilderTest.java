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
        for (int link = 0; link < 12; link++) {
            // each shares its family name and birthdate with the one before and its given name and street with the next
            records.add(record(
                    "chain" + link + "-0",
                    "given" + (char) ('a' + (link + 1) / 2) + "xq",
                    "family" + (char) ('a' + link / 2) + "zk",
                    1930 + 5 * (link / 2) + "-0%d-1%d".formatted(1 + link / 2, link / 2),
                    10 + 7 * ((link + 1) / 2) + " chain road",
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
