package cn.gdpilot.dossier.template;

/** A template that has been read and judged. */
interface Template {

    /** Fills it. */
    byte[] fill(Facts facts);
}
