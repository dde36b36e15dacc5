package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.material.Material;

/**
 * A file of a list, with its place among the others.
 *
 * @param project  place of its project on the list, from 1 on
 * @param path     where it lies, below the bag
 * @param material which file it is
 */
public record DiscFile(int project, String path, Material material) {}
