package dev.clientele.b2c.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.TwoMergedPersons;
import dev.clientele.core.csv.CsvEventImport;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RecordKey;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.interaction.Interaction;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Interactions come in by CSV, about persons whom other systems name, merged ones too. */
class PersonEventImportTest extends TwoMergedPersons {

    private static final CsvEventImport<Interaction> PLAN = CsvEventImport.of(Interaction.TYPE)
            .externalId("call", "switchboard")
            .time("began")
            .column("channel", Interaction.CHANNEL)
            .column("direction", Interaction.DIRECTION)
            .column("title", Interaction.TITLE);

    private ImportReport run(RecordKey<Person> persons, String call, String customer) {
        return PLAN.subject("customer", persons)
                .run(
                        session,
                        new StringReader("call,customer,began,channel,direction,title\n" + call + "," + customer
                                + ",2026-01-31 08:26,phone,INBOUND,Delivery\n"));
    }

    @Test
    void by_ids_in_other_systems_the_survivor_is_found() {
        assertThat(run(Persons.keyIn("shop"), "1", "18").errors()).isEmpty();
        assertThat(run(Persons.keyIn("till"), "2", "T-17").errors()).isEmpty();
        assertThat(run(Persons.keyIn("till"), "3", "T-18").errors()).isEmpty();
        assertThat(run(RecordKey.byElement(Person.TYPE, Person.EXTERNAL_IDS, id -> "till:" + id), "4", "T-18")
                        .errors())
                .isEmpty();

        assertThat(session.eventLog(Interaction.TYPE)
                        .forSubject(ana.id().value())
                        .page(10)
                        .items())
                .extracting(Interaction::key)
                .containsExactlyInAnyOrder("switchboard:1", "switchboard:2", "switchboard:3", "switchboard:4");
        assertThat(run(Persons.keyIn("till"), "3", "T-18").unchanged()).isEqualTo(1);
    }

    @Test
    void whom_nobody_knows_is_told_with_what_was_looked_for() {
        assertThat(run(Persons.keyIn("till"), "1", "T-19").errors())
                .containsExactly(new RowError(
                        2,
                        "customer",
                        ViolationCode.NO_SUCH_RECORD,
                        Map.of("type", "person"),
                        "no person has this id of till"));
    }
}
