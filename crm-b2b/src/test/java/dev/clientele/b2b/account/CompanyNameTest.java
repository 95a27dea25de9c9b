package dev.clientele.b2b.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Globex|The Globex Corp., Inc.",
                "GLOBEX|globex GmbH",
                "Müller & Söhne KG|MÜLLER SÖHNE",
                "O'Neill Ltd|ONeill plc",
                "A.B.C. S.A.|ABC SA"
            })
    void two_spellings_of_one_company_have_one_key(String one, String other) {
        assertThat(CompanyName.matchKey(one)).isEqualTo(CompanyName.matchKey(other));
    }

    @Test
    void a_name_that_is_all_legal_form_keeps_it() {
        assertThat(CompanyName.matchKey("The Company")).isEqualTo("the company");
        assertThat(CompanyName.matchKey("Co")).isNotEqualTo(CompanyName.matchKey("AG"));
        assertThat(CompanyName.firstWord("The Globex Corporation")).isEqualTo("globex");
        assertThat(CompanyName.firstWord("!!!")).isEmpty();
    }
}
