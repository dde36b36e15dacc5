package cn.gdpilot.dossier.disc;

import cn.gdpilot.dossier.Material;

/**
 * A file on the disc.
 *
 * @param path     where it lies, below the bag
 * @param material which file it is
 */
record DiscFile(String path, Material material) {}
