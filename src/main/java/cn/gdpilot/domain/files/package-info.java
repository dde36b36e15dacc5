/** Formats, downloads and the length of videos: what is told from the bytes of a file. */
package cn.gdpilot.domain.files;
