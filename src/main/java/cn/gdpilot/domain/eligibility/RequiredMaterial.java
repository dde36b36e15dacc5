package cn.gdpilot.domain.eligibility;

import java.util.List;

/**
 * What must be handed in (R2.13).
 *
 * @param material kind of material
 * @param minCount at least so many files
 * @param formats  accepted formats, e.g. pdf, docx
 * @param rule     rule that asks for it
 */
public record RequiredMaterial(String material, int minCount, List<String> formats, String rule) {}
