package dev.clientele.examples.cli.picture;

/** Something that can be drawn. */
public interface Drawing {

    /** The text of an SVG element. */
    String svg();
}
