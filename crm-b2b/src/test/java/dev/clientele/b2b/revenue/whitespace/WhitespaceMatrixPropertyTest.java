package dev.clientele.b2b.revenue.whitespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Id;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WhitespaceMatrixPropertyTest {

    private static final List<Id<Account>> ACCOUNTS =
            IntStream.range(0, 6).mapToObj(i -> Id.<Account>of(new UUID(3, i))).toList();
    private static final List<String> PRODUCTS = List.of("A1", "A2", "B1", "B2", "C1");

    @Provide
    Arbitrary<List<InstalledProduct>> holdings() {
        return Combinators.combine(
                        Arbitraries.of(ACCOUNTS),
                        Arbitraries.of(PRODUCTS),
                        Arbitraries.of("Sales", "Finance").injectNull(0.3))
                .as(InstalledProduct::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 200)
    void every_field_of_the_matrix_is_either_taken_or_white(@ForAll("holdings") List<InstalledProduct> holdings) {
        WhitespaceMatrix whitespace = WhitespaceMatrix.of(ACCOUNTS, PRODUCTS, holdings);

        long white = 0;
        for (Id<Account> account : ACCOUNTS) {
            TreeSet<String> both = new TreeSet<>(whitespace.owned(account));
            both.addAll(whitespace.missing(account));
            assertThat(both).containsExactlyElementsOf(PRODUCTS);
            assertThat(whitespace.owned(account))
                    .noneMatch(product -> whitespace.missing(account).contains(product));
            white += whitespace.missing(account).size();
        }
        assertThat(whitespace.whitespaceCount()).isEqualTo(white);
    }

    @Property(tries = 200)
    void a_family_is_owned_where_any_of_its_products_is(@ForAll("holdings") List<InstalledProduct> holdings) {
        WhitespaceMatrix whitespace = WhitespaceMatrix.of(ACCOUNTS, PRODUCTS, holdings);

        WhitespaceMatrix families = whitespace.groupedBy(product -> product.substring(0, 1));

        for (Id<Account> account : ACCOUNTS) {
            assertThat(families.owned(account))
                    .isEqualTo(whitespace.owned(account).stream()
                            .map(product -> product.substring(0, 1))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }
}
