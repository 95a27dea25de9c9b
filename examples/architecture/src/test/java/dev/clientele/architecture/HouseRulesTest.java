package dev.clientele.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds every module's main code to the rules. */
class HouseRulesTest {

    static final House HOUSE = new House("dev.clientele");
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE.root());

    private final Arrows arrows = new Arrows(HOUSE);
    private final Bans bans = new Bans(HOUSE);
    private final Shape shape = new Shape(HOUSE);

    @Test
    void the_contract_needs_nothing_but_the_jdk_and_jspecify() {
        arrows.contractStandsAlone().check(CLASSES);
    }

    @Test
    void the_memory_adapter_knows_the_contract_only() {
        arrows.memoryKnowsTheContractOnly().check(CLASSES);
    }

    @Test
    void the_jdbc_adapter_knows_the_contract_only() {
        arrows.jdbcKnowsTheContractOnly().check(CLASSES);
    }

    @Test
    void the_contract_suite_knows_the_contract_only() {
        arrows.suiteKnowsTheContractOnly().check(CLASSES);
    }

    @Test
    void core_knows_the_contract_only() {
        arrows.coreKnowsTheContractOnly().check(CLASSES);
    }

    @Test
    void b2b_knows_core_only() {
        arrows.b2bKnowsCoreOnly().check(CLASSES);
    }

    @Test
    void b2c_knows_core_only() {
        arrows.b2cKnowsCoreOnly().check(CLASSES);
    }

    @Test
    void b2b_and_b2c_have_no_back_door_to_the_store() {
        arrows.noBackDoorToTheStore().check(CLASSES);
    }

    @Test
    void packages_are_free_of_cycles() {
        arrows.noPackageCycles().check(CLASSES);
    }

    @Test
    void sql_stays_in_the_jdbc_adapter() {
        bans.sqlStaysInTheJdbcAdapter().check(CLASSES);
    }

    @Test
    void jackson_stays_inside() {
        bans.jacksonStaysInside().check(CLASSES);
    }

    @Test
    void nothing_asks_the_machine_for_time_zone_locale_or_chance() {
        bans.nothingAsksTheMachine().check(CLASSES);
    }

    @Test
    void there_are_no_thread_locals() {
        bans.noThreadLocals().check(CLASSES);
    }

    @Test
    void there_is_no_static_state() {
        bans.noStaticState().check(CLASSES);
    }

    @Test
    void public_signatures_name_no_third_party_type_but_joda_money_threeten_extra_and_jspecify() {
        shape.signaturesNameOurTypesOnly().check(CLASSES);
    }

    @Test
    void every_package_is_null_marked() {
        shape.everyPackageIsNullMarked().check(CLASSES);
    }

    @Test
    void names_are_words_of_the_trade() {
        shape.namesAreWordsOfTheTrade().check(CLASSES);
    }
}
