package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.csv.CsvImport;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.error.ViolationCode;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program tells by code and parameters why a row was kept out, to say it in its reader's language. */
class TypedRowErrorTest extends StoredTest {

    private static final CsvImport<Vessel> PLAN = CsvImport.of(Vessel.TYPE)
            .column("Ship", Vessel.NAME)
            .column("IMO", Vessel.IMO)
            .column("Kind", Vessel.KIND)
            .column("Tons", Vessel.TONNAGE)
            .reference("Sister", Vessel.SISTER, Vessel.TYPE, Vessel.NAME);

    private RowError errorOf(String row) {
        ImportReport report = PLAN.run(session, new StringReader("Ship,IMO,Kind,Tons,Sister\n" + row + "\n"));
        assertThat(report.rejected()).isEqualTo(1);
        return report.errors().get(0);
    }

    private void assertError(String row, String column, String code, Map<String, String> parameters) {
        RowError error = errorOf(row);
        assertThat(error).isEqualTo(new RowError(2, column, code, parameters, error.reason()));
    }

    @Test
    void cells_that_are_no_values_of_their_fields_break_the_fields_rules() {
        assertError(",1,,,", "Ship", ViolationCode.REQUIRED, Map.of());
        assertError("Aurora,,,much,", "Tons", ViolationCode.FORM, Map.of("form", "a whole number"));
        assertError("Aurora,01234567890,,,", "IMO", ViolationCode.TOO_LONG, Map.of("max", "10", "got", "11"));
    }

    @Test
    void other_records_are_missing_or_in_the_way() {
        vessels.add(Vessel.named("Borea").with(Vessel.IMO, "1"));
        vessels.add(Vessel.named("Borea"));

        assertError("Aurora,,,,Cyrus", "Sister", ViolationCode.NO_SUCH_RECORD, Map.of("type", "vessel"));
        assertError("Aurora,,,,Borea", "Sister", ViolationCode.AMBIGUOUS, Map.of("type", "vessel"));
        assertError("Aurora,1,,,", "", ViolationCode.DUPLICATE, Map.of("type", "vessel", "key", "imo"));
    }

    @Test
    void rules_of_a_type_have_the_code_that_they_were_given() {
        assertError("Aurora,,FERRY,60000,", "Tons", ViolationCode.RULE, Map.of());
    }

    @Test
    void rows_that_are_no_rows_of_the_file_have_codes_of_their_own() {
        assertError("\"Aurora\" II,,,,", "", ViolationCode.MALFORMED, Map.of("line", "2", "fault", "text_after_quote"));
        assertError("\"Aurora,,,,", "", ViolationCode.MALFORMED, Map.of("line", "2", "fault", "unclosed_quote"));
        assertError("Aurora,,,,,6", "", ViolationCode.TOO_MANY, Map.of("max", "5", "got", "6"));
    }
}
