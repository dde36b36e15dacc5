package cn.gdpilot.domain.dossier;

/**
 * What differs between two submitted versions.
 *
 * @param label  name of the field, or kind and name of the file
 * @param was    before, in words; null for a file that was added
 * @param became after, in words; null for a file that was taken away
 */
public record Change(String label, String was, String became) {}
