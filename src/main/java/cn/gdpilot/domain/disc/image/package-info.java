/** Bytes of a disc: .iso and .zip laid out so that they stream without lying anywhere whole. */
package cn.gdpilot.domain.disc.image;
