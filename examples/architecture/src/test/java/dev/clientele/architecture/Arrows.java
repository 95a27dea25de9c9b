package dev.clientele.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** Who may depend on whom: contract, then adapters beside core, then B2B beside B2C, then the examples. */
record Arrows(House house) {

    ArchRule contractStandsAlone() {
        return classes()
                .that(house.contract())
                .should()
                .onlyDependOnClassesThat(house.contract().or(resideInAnyPackage("java..", "org.jspecify..")))
                .because("a stranger's adapter must need nothing but the contract")
                .allowEmptyShould(true);
    }

    ArchRule memoryKnowsTheContractOnly() {
        return onlyKnow(house.memory(), house.contract());
    }

    ArchRule jdbcKnowsTheContractOnly() {
        return onlyKnow(house.jdbc(), house.contract());
    }

    ArchRule suiteKnowsTheContractOnly() {
        return onlyKnow(house.tck(), house.contract());
    }

    ArchRule coreKnowsTheContractOnly() {
        return onlyKnow(house.core(), house.contract());
    }

    /** The contract's values, such as criteria and pages, are part of core's API, so B2B may name them. */
    ArchRule b2bKnowsCoreOnly() {
        return onlyKnow(house.b2b(), house.core().or(house.contract()).as("core and the contract's values"));
    }

    ArchRule b2cKnowsCoreOnly() {
        return onlyKnow(house.b2c(), house.core().or(house.contract()).as("core and the contract's values"));
    }

    ArchRule noBackDoorToTheStore() {
        return noClasses()
                .that(house.b2b().or(house.b2c()))
                .should()
                .dependOnClassesThat(house.contract()
                        .and(simpleName("Storage").or(simpleName("StorageSession")))
                        .as("a storage or a storage session"))
                .because("what B2B and B2C can do, a vendor's own record types must be able to do")
                .allowEmptyShould(true);
    }

    ArchRule noPackageCycles() {
        return slices().matching(house.root() + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private ArchRule onlyKnow(DescribedPredicate<JavaClass> floor, DescribedPredicate<JavaClass> below) {
        return noClasses()
                .that(floor)
                .should()
                .dependOnClassesThat(house.everything()
                        .and(not(floor))
                        .and(not(below))
                        .as("our classes other than its own and " + below.getDescription()))
                .allowEmptyShould(true);
    }
}
