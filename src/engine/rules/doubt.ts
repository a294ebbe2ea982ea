/**
 * Time that a staff takes to decide, over that of one which is sure of its work or of its safety. Who fears
 * for himself checks back, has it countersigned and puts it on paper, the more so the less he knows his
 * work; an able staff decides in spite of fear, and a fearless one in spite of ignorance.
 * Source: adjudication sources 11.1 (countersignature, new commanders) and 16 (delay of Soviet staffs 1 to 3
 * times, start 1.6). Assumption: fear and want of skill work through each other, so their product.
 * @param doubt the parameter `decision.doubt`.
 */
export function slowness(fear: number, competence: number, doubt: number): number {
  return 1 + doubt * fear * (1 - competence);
}
