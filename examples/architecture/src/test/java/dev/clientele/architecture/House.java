package dev.clientele.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/**
 * The floors of the house below a root package, so that one set of rules judges the real code and the bad examples.
 *
 * @param root the package that every other one lies in, such as {@code dev.clientele}
 */
record House(String root) {

    DescribedPredicate<JavaClass> everything() {
        return resideInAPackage(root + "..").as("our classes");
    }

    DescribedPredicate<JavaClass> contract() {
        return everything()
                .and(resideInAPackage(root + ".persistence.."))
                .and(DescribedPredicate.not(adapters()))
                .and(DescribedPredicate.not(tck()))
                .as("the contract");
    }

    DescribedPredicate<JavaClass> memory() {
        return resideInAPackage(root + ".persistence.memory..").as("the memory adapter");
    }

    DescribedPredicate<JavaClass> jdbc() {
        return resideInAPackage(root + ".persistence.jdbc..").as("the JDBC adapter");
    }

    DescribedPredicate<JavaClass> adapters() {
        return memory().or(jdbc()).as("the adapters");
    }

    DescribedPredicate<JavaClass> tck() {
        return resideInAPackage(root + ".persistence.tck..").as("the contract suite");
    }

    DescribedPredicate<JavaClass> core() {
        return resideInAPackage(root + ".core..").as("core");
    }

    DescribedPredicate<JavaClass> json() {
        return resideInAPackage(root + ".core.json..").as("core's JSON package");
    }

    DescribedPredicate<JavaClass> store() {
        return resideInAPackage(root + ".core.store..").as("core's way to storage");
    }

    /** The one place where a default may be the machine's own: what a host can replace by a setting. */
    DescribedPredicate<JavaClass> settings() {
        return simpleName("CrmBuilder").and(resideInAPackage(root + ".core")).as("the settings of a Crm");
    }

    DescribedPredicate<JavaClass> b2b() {
        return resideInAPackage(root + ".b2b..").as("B2B");
    }

    DescribedPredicate<JavaClass> b2c() {
        return resideInAPackage(root + ".b2c..").as("B2C");
    }

    /** What is published: everything but the examples. */
    DescribedPredicate<JavaClass> library() {
        return resideInAnyPackage(root + ".persistence..", root + ".core..", root + ".b2b..", root + ".b2c..")
                .as("the library");
    }

    /** What users compile against: the library without its inner packages and without the suite, whose matter is JUnit. */
    DescribedPredicate<JavaClass> api() {
        return library()
                .and(DescribedPredicate.not(json()))
                .and(DescribedPredicate.not(store()))
                .and(DescribedPredicate.not(tck()))
                .and(resideOutsideOfPackages(root + "..internal.."))
                .as("the API");
    }
}
