package cn.gdpilot.domain.papers.template;

/** A template that has been read and judged. */
interface Template {

    /** Fills it. */
    byte[] fill(Facts facts);
}
