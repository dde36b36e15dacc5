package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.disc.image.Content;

/**
 * A paper of the list itself that goes onto each of its discs.
 *
 * @param name    name of the file, at the top of data/
 * @param size    bytes
 * @param sha256  hash of its content
 * @param content the content
 */
public record DiscPaper(String name, long size, String sha256, Content content) {}
